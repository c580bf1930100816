using DefenseTies.Language;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>Parsed sentences and their mentions → claims, by the frames. The engine is general: what a claim type says stands in its file.</summary>
internal sealed class ClaimReader
{
    /// <summary>Name and version of this reader; raised whenever the same text may give other claims.</summary>
    public const string Extractor = "frames/1";

    // How much less sure a claim is whose end is a pronoun, and one whose office's seat is inferred.
    private const double ReferenceCost = 0.15;
    private const double InferredSeatCost = 0.25;

    // Particles that make another verb of a verb: who gives jets up gives them to nobody.
    private static readonly HashSet<string> Turning = new(StringComparer.OrdinalIgnoreCase) { "up", "back", "down", "away" };

    private readonly Factuality factuality;
    private readonly StageRules stages;
    private readonly ILookup<string, Frame> byVerb;
    private readonly ILookup<string, Frame> byNoun;
    private readonly ILookup<string, Frame> byAdjective;
    private readonly ILookup<string, Frame> byMention;

    public ClaimReader(IReadOnlyList<Frame> frames, Factuality factuality, StageRules stages)
    {
        this.factuality = factuality;
        this.stages = stages;
        byVerb = Index(frames, f => f.Verbs);
        byNoun = Index(frames, f => f.Nouns);
        byAdjective = Index(frames, f => f.Adjectives);
        byMention = Index(frames, f => f.Mentions);
    }

    /// <summary>All claims of an article, each time it makes them, in text order.</summary>
    /// <param name="readings">Takes what each frame made of each of its triggers; null where nobody wants to see how claims come about.</param>
    public IReadOnlyList<Claim> Read(ArticleMentions mentions, Fillers fillers, ICollection<FrameReading>? readings = null)
    {
        var claims = new List<Claim>();
        var context = new ArticleContext(mentions, claims);
        var sentences = mentions.Sentences.Where(s => s.IsParsed).Select(s => new SlotFiller(new Roles(s), mentions, fillers, context)).ToArray();
        foreach (var slots in sentences)
            Read(slots, mentions, f => !f.NeedsContext, claims, readings);
        // What only the rest of the article completes: a system's origin, the recipient of the sentence before.
        foreach (var slots in sentences)
            Read(slots, mentions, f => f.NeedsContext, claims, readings);
        claims.AddRange(ListReader.Read(mentions, fillers, claims).ToArray());
        return claims;
    }

    private void Read(SlotFiller slots, ArticleMentions mentions, Func<Frame, bool> wanted, List<Claim> claims, ICollection<FrameReading>? readings)
    {
        var sentence = slots.Roles.Sentence;
        foreach (var token in sentence.Tokens.Where(t => mentions.At(sentence, t.Index) is null or { Entity.Type: "Agreement" or "Exercise" or "Conflict" or "Office" or "Place" or "Programme" } or { Kind: NameKind.Reference }))
        {
            foreach (var frame in Triggered(sentence, token).Where(wanted))
                Take(frame, token.Index);
        }

        foreach (var mention in mentions.In(sentence))
        {
            foreach (var frame in byMention[mention.Office is null ? mention.Entity.Type : "Office"].Where(wanted))
            {
                Take(frame, mention.Head);
                // "The Cobra Gold exercise involved": what is said of the noun is said of the name before it.
                if (mention.Entity.Type is "Exercise" or "Agreement" && sentence.Tokens[mention.Head] is { Relation: "compound" or "amod", Head: >= 0 and var noun } && noun > mention.Last && mentions.At(sentence, noun) is null)
                    Take(frame, noun);
            }
        }

        void Take(Frame frame, int trigger)
        {
            var before = claims.Count;
            claims.AddRange(Apply(frame, trigger, slots, mentions));
            readings?.Add(FrameReading.Of(frame, trigger, slots, claims[before..]));
        }
    }

    private static ILookup<string, Frame> Index(IReadOnlyList<Frame> frames, Func<Frame, IEnumerable<string>> words) =>
        frames.SelectMany(f => words(f).Select(w => (w, f))).ToLookup(x => x.w, x => x.f, StringComparer.Ordinal);

    private IEnumerable<Frame> Triggered(Sentence sentence, Token token)
    {
        var lemma = token.Lemma.ToLowerInvariant();
        if (token.Upos == "VERB" || token.Xpos.StartsWith('V'))
        {
            var turned = false;
            // "Handed over two frigates": not more than two.
            if (token.Index + 2 < sentence.Tokens.Count && sentence.Tokens[token.Index + 1] is { Upos: "ADV", BaseRelation: "advmod" } counted && counted.Head > counted.Index && sentence.Tokens[counted.Head].Upos == "NUM")
            {
                foreach (var frame in byVerb[$"{lemma} {counted.Form.ToLowerInvariant()}"])
                    yield return frame;
            }

            foreach (var child in sentence.Children(token.Index))
            {
                var other = sentence.Tokens[child];
                if (other.Relation == "compound:prt" || (other.BaseRelation is "advmod" or "case" && child == token.Index + 1))
                {
                    foreach (var frame in byVerb[$"{lemma} {other.Form.ToLowerInvariant()}"])
                        yield return frame;
                    turned |= other.Relation is "compound:prt" or "advmod" && Turning.Contains(other.Form);
                }
            }

            foreach (var frame in turned ? [] : byVerb[lemma])
                yield return frame;
        }

        if (token.Upos is "NOUN" or "PROPN" or "ADP" or "ADV" && Hyphenated(sentence, token.Index) is { } joined)
        {
            foreach (var frame in byNoun[joined])
                yield return frame;
        }

        if (token.Upos is "NOUN" or "PROPN")
        {
            foreach (var frame in byNoun[lemma])
                yield return frame;
        }

        if (token.Upos is "ADJ" || token.Relation is "amod" or "acl")
        {
            foreach (var frame in byAdjective[lemma].Concat(lemma == token.Form.ToLowerInvariant() ? [] : byAdjective[token.Form.ToLowerInvariant()]).Distinct())
                yield return frame;
        }
    }

    // The tokenizer cuts "stand-off" in three; a frame names it whole.
    private static string? Hyphenated(Sentence sentence, int t) =>
        t >= 2 && sentence.Tokens[t - 1].Form == "-" && sentence.Tokens[t - 1].Span.End == sentence.Tokens[t].Span.Start
            ? $"{sentence.Tokens[t - 2].Form}-{sentence.Tokens[t].Form}".ToLowerInvariant() : null;

    private IEnumerable<Claim> Apply(Frame frame, int trigger, SlotFiller slots, ArticleMentions mentions)
    {
        if (!frame.When.All(c => slots.Holds(c, trigger)) || frame.Unless.Any(c => slots.Holds(c, trigger)))
            yield break;
        var item = frame.Slots.FirstOrDefault(s => s.Name == "item");
        var items = item is null ? [] : slots.Fill(item, trigger);
        if (item is { Optional: false } && items.Count == 0)
            yield break;

        var sentence = slots.Roles.Sentence;
        // Most frames that are triggered find nobody; only of a claim it matters whether it is so.
        Standing? standing = null;
        var status = ClaimStatus.Actual;
        foreach (var what in items.Count > 0 ? items : (IReadOnlyList<Filler?>)[null])
        {
            foreach (var (from, to) in slots.Ends(frame, trigger, what))
            {
                if (what?.Entity is { } system && (system.Id == from.Entity!.Id || system.Id == to.Entity!.Id))
                    continue;
                if (standing is null)
                {
                    standing = frame.IgnoresCues ? new Standing(ClaimStatus.Actual, [], null, []) : factuality.Read(slots.Roles, trigger, mentions.Article.Text, frame.IsPresupposed && !IsPredicate(sentence, trigger), frame.Lasting, frame.PastCounts);
                    status = StatusOf(frame, standing, sentence, trigger, isCounted: items.Any(i => i.Quantity is not null));
                }

                yield return new Claim
                {
                    Type = frame.Type.Name,
                    From = EntityRef.To(from.Entity!),
                    To = EntityRef.To(to.Entity!),
                    Item = what is null || SlotFiller.IsFromElsewhere(frame, from, what) ? null : new ClaimItem(what.Words, what.Entity?.Id),
                    Role = frame.Type.Properties.Contains("role") ? from.Mention?.Office?.Role : null,
                    Quantity = frame.Type.Properties.Contains("quantity") ? what?.Quantity ?? to.Quantity : null,
                    Value = frame.Type.Properties.Contains("value") ? Money(sentence, mentions) : null,
                    Date = frame.Type.Properties.Contains("date") && frame.Type.Name != "LEADS" ? Dates.Near(sentence, trigger, mentions.Article.Date) : null,
                    Status = status,
                    Stage = frame.Type.Properties.Contains("stage") ? stages.Stage(frame, status, standing) : null,
                    AttributedTo = standing.AttributedTo,
                    Cues = standing.Cues,
                    Confidence = Confidence(frame, from, to, what),
                    Evidence = new Evidence(mentions.Article.Id, sentence.Span, sentence.Span.In(mentions.Article.Text).ToString()),
                    Extractor = Extractor,
                };
            }
        }
    }

    private static ClaimStatus StatusOf(Frame frame, Standing standing, Sentence sentence, int trigger, bool isCounted)
    {
        // What is not given up, or only to be, is still there.
        if (frame is { Lasting: true, Status: ClaimStatus.Denied })
            return standing.Status == ClaimStatus.Actual ? ClaimStatus.Denied : ClaimStatus.Actual;
        var weaker = (ClaimStatus)Math.Min((int)frame.Status, (int)standing.Status);
        return weaker == ClaimStatus.Actual && frame.PresentIsPlanned && IsPresent(sentence, trigger, isCounted) ? ClaimStatus.Planned : weaker;
    }

    // "Serbia buys 12 jets", as headlines have it, and "Oslo is buying"; "Latvia buys vehicles from Finland" tells what it does all the time.
    private static bool IsPresent(Sentence sentence, int t, bool isCounted) =>
        (sentence.Tokens[t].Xpos is "VBZ" or "VBP" && (isCounted || sentence.IsTitle))
        || (sentence.Tokens[t].Xpos == "VBG" && sentence.Children(t).Any(c => sentence.Tokens[c].Form.ToLowerInvariant() is "is" or "are"));

    // "Turkey is a member", "became a member", "seeks to be a member"
    private static bool IsPredicate(Sentence sentence, int t) => sentence.Tokens[t].Relation is "xcomp" or "root" or "ccomp" || sentence.Child(t, "cop") >= 0;

    private static double Confidence(Frame frame, Filler from, Filler to, Filler? item)
    {
        var references = (from.IsReference ? 1 : 0) + (to.IsReference ? 1 : 0) + (item is { IsReference: true } ? 1 : 0);
        var inferred = from.Mention?.Office is { IsCertain: false } ? InferredSeatCost : 0;
        return Math.Round(Math.Max(0.2, frame.Confidence - (references * ReferenceCost) - inferred), 2);
    }

    private static string? Money(Sentence sentence, ArticleMentions mentions)
    {
        var first = sentence.Tokens.FirstOrDefault(t => t is { NameClass: "MONEY", NameStart: true })?.Index ?? -1;
        if (first < 0)
            return null;
        var last = first;
        while (last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1] is { NameClass: "MONEY", NameStart: false })
            last++;
        return mentions.Words(sentence, first, last);
    }
}
