using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Who in an article holds which office of whom: <c>Turkish President X</c>, <c>X, the defence minister of Y</c>, <c>then ministers X and Z</c>.</summary>
internal sealed class OfficeReader(ArticleMentions mentions, Gazetteer gazetteer, Lexicon lexicon)
{
    private static readonly HashSet<string> Becoming = new(StringComparer.Ordinal) { "become", "serve", "appoint", "name", "elect", "remain", "inaugurate", "install", "confirm", "reappoint", "swear" };

    // An office that was spoken of further back is another's.
    private const int Back = 4;

    private readonly People people = new(mentions);

    // Whom the article is about: the state its headline or first sentences name first.
    private readonly Mention? home = mentions.All.FirstOrDefault(m => m.Entity.Type == "Country" && m.Kind != NameKind.City);

    private readonly Headings headings = new(mentions);
    private readonly Dictionary<string, Mention> firstNamed = mentions.FirstOfEach();

    /// <summary>Gives every leader the offices the article gives them; makes people with a public office leaders.</summary>
    public void Read()
    {
        foreach (var sentence in mentions.Sentences)
        {
            foreach (var title in mentions.In(sentence).Where(m => m.Entity.Type == "Office").ToArray())
            {
                var seats = Seats(title);
                var holders = Holders(title).ToArray();
                foreach (var (holder, own) in Shared(holders.Length > 0 ? holders : Described(title, seats), seats))
                    Give(holder, title, own);
            }

            Delegates(sentence);
            Counterparts(sentence);
            Predecessors(sentence);
            Other(sentence);
        }

        // Known leaders named without a title are leaders all the same; titles themselves are no entities of the graph.
        mentions.Promote([.. mentions.All.Where(m => m.Entity.Type == "Person" && m.Office is { IsPublic: true }).Select(m => m.Entity).DistinctBy(e => e.Id)]);
    }

    // "Ministers X of A and Y of B", "the ministers of A and B, X and Y": to each his own.
    private IEnumerable<(Mention Holder, IReadOnlyList<Mention> Seats)> Shared(Mention[] holders, List<Mention> seats)
    {
        for (var i = 0; i < holders.Length; i++)
        {
            var after = holders[i].Last + 1;
            var own = (holders.Length > 1 || seats.Count == 0) && after + 1 < holders[i].Sentence.Tokens.Count && holders[i].Sentence.Tokens[after].Form is "of" or "from" or "("
                ? mentions.At(holders[i].Sentence, after + 1) : null;
            yield return (holders[i], own?.Entity.Type == "Country" ? [own] : holders.Length > 1 && holders.Length == seats.Count ? [seats[i]] : seats.Take(1).ToArray());
        }
    }

    // "The Azerbaijani president" is the one leader of that state whom the article has named and given no office.
    private Mention[] Described(Mention title, IReadOnlyList<Mention> seats)
    {
        if (seats is not [{ Entity.Type: "Country" } seat] || title.Known?.Kind is not ("state" or "government" or "minister"))
            return [];
        return people.OnlyLeader(seat.Entity.Id, title.Sentence) is { } leader ? [leader] : [];
    }

    // "The minister received A of Mali, B of Niger and C of Burkina Faso": each holds the office spoken of, in his own state.
    private void Delegates(Sentence sentence)
    {
        var delegates = mentions.In(sentence).Where(m => IsPerson(m) && m.Office is null && Origin(m) is not null).ToArray();
        var title = delegates.Length < 2 ? null : mentions.Sentences.Take(sentence.Index + 1).TakeLast(Back).SelectMany(mentions.In).LastOrDefault(m => m is { Entity.Type: "Office", Known.Kind: "minister" } && m.Span.CompareTo(delegates[0].Span) < 0);
        foreach (var delegated in title is null ? [] : delegates)
            delegated.Office = new Office(delegated.First, delegated.Last, title!.Known!.Entity.Name, "minister", [Origin(delegated)!], true);
    }

    private Mention? Origin(Mention person) => person.Last + 2 < person.Sentence.Tokens.Count && person.Sentence.Tokens[person.Last + 1].Form == "of" && mentions.At(person.Sentence, person.Last + 2) is { Entity.Type: "Country" } state ? state : null;

    // "His Danish colleague X", "his Japanese and South Korean counterparts, Y and Z": the office of whoever was spoken of, in the other state.
    private void Counterparts(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var t = 1; t < tokens.Count - 1; t++)
        {
            var first = tokens[t].Form == "number" && tokens[t - 1].Form == "opposite" ? t - 1 : t;
            if ((first == t && tokens[t].Lemma is not ("counterpart" or "colleague")) || first == 0 || mentions.At(sentence, first - 1) is not { Entity.Type: "Country" } seat)
                continue;
            var seats = Joined(seat).Reverse().Append(seat).ToArray();
            var at = tokens[t + 1].Form == "," ? t + 2 : t + 1;
            var model = people.LastBefore(sentence, t, m => m.Office is { IsPublic: true })?.Office;
            var holder = at < tokens.Count ? mentions.At(sentence, at) : null;
            for (var i = 0; i < seats.Length && holder is { Office: null } && IsPerson(holder); i++)
            {
                holder.Office = new Office(t, t, model?.Role ?? tokens[t].Form, model?.Rank ?? "minister", [seats[i]], true);
                holder = NextHolder(sentence, holder.Last + 1);
            }
        }
    }

    // "His predecessor, X": the office of whoever was spoken of, of the same state.
    private void Predecessors(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var t = 1; t < tokens.Count - 1; t++)
        {
            var at = tokens[t + 1].Form == "," ? t + 2 : t + 1;
            if (tokens[t].Lemma is "predecessor" or "successor" && tokens[t - 1].Form is "his" or "her" or "His" or "Her" && at < tokens.Count && mentions.At(sentence, at) is { Office: null } holder && IsPerson(holder)
                && people.LastBefore(sentence, t, m => m.Office is { IsPublic: true })?.Office is { } model)
                holder.Office = model with { First = t, Last = t };
        }
    }

    // "The treaty between the United States and Japan was signed by Prime Minister X and U.S. Secretary of State Y": X is of the other state.
    private void Other(Sentence sentence)
    {
        var states = mentions.In(sentence).Where(m => m.Entity.Type == "Country" && m.Kind != NameKind.City).DistinctBy(m => m.Entity.Id).ToArray();
        var officials = mentions.In(sentence).Where(m => m.Office is { IsPublic: true, Seats.Count: > 0 }).DistinctBy(m => m.Entity.Id).ToArray();
        if (states.Length != 2 || officials.Length != 2)
            return;
        var unsure = officials.Where(m => !m.Office!.IsCertain).ToArray();
        var sure = officials.Except(unsure).Select(m => m.Office!.Seats[0].Entity).ToArray();
        if (unsure.Length == 1 && states.Any(s => s.Entity.Id == sure[0].Id))
            unsure[0].Office = unsure[0].Office! with { Seats = [states.Single(s => s.Entity.Id != sure[0].Id)] };
    }

    private void Give(Mention holder, Mention title, IReadOnlyList<Mention> seats)
    {
        var first = title.First;
        while (first > 0 && title.Sentence.Tokens[first - 1].Form.ToLowerInvariant() is "deputy" or "acting" or "vice")
            first--;
        // The head of a company is an executive, whatever an agency's head is.
        var rank = title.Known!.Kind is "agency" && seats is [{ Known.Kind: "company" }] ? "executive" : title.Known.Kind;
        var certain = seats.Count > 0;
        if (!certain && rank is "state" or "government" or "minister" or "agency" && SeatOfKnown(holder) is { } known && !(rank == "minister" && home is not null && known.Kind == NameKind.Reference && IsOtherOffice(holder, title)))
            (seats, certain) = ([known], true);
        if (!certain && (rank is "state" or "government" or "minister" || (rank == "military" && !lexicon["bare ranks"].Contains(title.Known.Entity.Name.ToLowerInvariant()))) && home is not null && (holder.Known is null || IsOtherOffice(holder, title)))
            seats = [headings.Of(title.Sentence) ?? home];
        // A rank beside an office adds nothing: "Chief of Defence Gen. X".
        if (holder.Office is { } earlier && ((earlier.IsCertain && !certain) || (earlier.Rank != "honorific" && (rank == "honorific" || lexicon["bare ranks"].Contains(title.Known.Entity.Name.ToLowerInvariant())))))
            return;
        holder.Office = new Office(first, title.Last, mentions.Words(title.Sentence, first, title.Last), rank, seats, certain);
    }

    // "Defence Minister Pedro Sánchez" in an article that does not speak of Spain.
    private static bool IsOtherOffice(Mention holder, Mention title) =>
        holder.Known?.Entity.State is not null && title.Known?.Kind == "minister" && title.Known.Entity.Name.Contains("minister", StringComparison.OrdinalIgnoreCase) && !title.Known.Entity.Name.StartsWith("prime", StringComparison.OrdinalIgnoreCase);

    // The state that the gazetteer gives a known leader, spoken of anywhere in the article or only through them.
    private Mention? SeatOfKnown(Mention holder)
    {
        if (holder.Known?.Entity.Type != "Leader")
            return null;
        var entity = holder.Known.Entity.State is { } id ? gazetteer.Entry(id)?.Entity : gazetteer.Find(Names.Key(holder.Known.Kind)).FirstOrDefault();
        return entity is null ? null : firstNamed.GetValueOrDefault(entity.Id)
            ?? new Mention { Sentence = holder.Sentence, First = holder.First, Last = holder.Last, Entity = entity, Kind = NameKind.Reference, Known = gazetteer.Entry(entity.Id) };
    }

    private IEnumerable<Mention> Holders(Mention title)
    {
        var (sentence, tokens) = (title.Sentence, title.Sentence.Tokens);

        // Title Name; the Title, Name; Title of Y, Name; ministers Name and Name
        var at = title.Last + 1;
        if (at < tokens.Count && mentions.At(sentence, at) is { Entity.Type: "Office" } second)
            at = second.Last + 1;
        if (at < tokens.Count && tokens[at].Form is "of" or "for")
            at = AfterSeat(sentence, at + 1);
        if (at < tokens.Count && tokens[at].Form is "," or ":" or "-" or "(")
            at++;
        // "The army chief, Field Marshal X"
        if (at < tokens.Count && mentions.At(sentence, at) is { Entity.Type: "Office" } rank)
            at = rank.Last + 1;
        if (at < tokens.Count && IsPerson(mentions.At(sentence, at)))
        {
            var holder = mentions.At(sentence, at)!;
            yield return holder;
            var more = holder.Last + 1;
            var plural = tokens[title.Head].Form.EndsWith('s');
            while (plural && NextHolder(sentence, more) is { } next)
            {
                yield return next;
                more = next.Last + 1;
            }

            yield break;
        }

        // Name, [who was then] [the] [Polish] Title
        var before = title.First - 1;
        for (; before > 0 && title.First - before < 9; before--)
        {
            var token = tokens[before];
            if (token.Form is "," or "(" || token.Lemma is "be" || (token.Lemma is "as" && before > 0))
                break;
            if (Becoming.Contains(token.Lemma))
                break;
            if (token.Upos is "VERB" or "CCONJ" or "SCONJ" || token.Form is "." or ")" or ";")
                yield break;
        }

        while (before > 0 && (tokens[before].Form is "," or "(" || tokens[before].Lemma is "be" or "who" or "then" or "as" or "have" || Becoming.Contains(tokens[before].Lemma)))
            before--;
        // "Richard Marles MP, Deputy Prime Minister"
        if (before > 0 && mentions.At(sentence, before) is { Entity.Type: "Office" } initials && tokens[initials.Last].Form.All(char.IsUpper))
            before = initials.First - 1;
        if (before >= 0 && IsPerson(mentions.At(sentence, before)) && before < title.First - 1)
            yield return mentions.At(sentence, before)!;
    }

    // "… of Sweden, Y and Z"
    private Mention? NextHolder(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        if (at + 1 < tokens.Count && tokens[at].Form is "of" or "from" && mentions.At(sentence, at + 1) is { Entity.Type: "Country" } seat)
            at = seat.Last + 1;
        while (at < tokens.Count && tokens[at].Form is "and" or ",")
            at++;
        return at < tokens.Count && tokens[at - 1].Form is "and" or "," && mentions.At(sentence, at) is { } next && IsPerson(next) ? next : null;
    }

    private static bool IsPerson(Mention? mention) => mention?.Entity.Type is "Leader" or "Person";

    // The token after the state or body that the title names: "of the Philippine army" → after army.
    private int AfterSeat(Sentence sentence, int at)
    {
        var end = at;
        while (end < sentence.Tokens.Count && end - at < 6 && !IsPerson(mentions.At(sentence, end)) && sentence.Tokens[end].Upos is not ("VERB" or "PUNCT" or "AUX"))
            end++;
        return end;
    }

    private List<Mention> Seats(Mention title)
    {
        var (sentence, tokens) = (title.Sentence, title.Sentence.Tokens);

        // Turkish President; Poland's then defence minister; NATO Secretary General
        for (var t = title.First - 1; t >= 0 && title.First - t < 6; t--)
        {
            if (mentions.At(sentence, t) is { Entity.Type: "Country" or "Organization", Kind: not NameKind.City } seat)
                return [.. Joined(seat).Reverse(), seat];
            var form = tokens[t].Form.ToLowerInvariant();
            // "Sanctions on the Eritrean Defence Forces and their chief of staff"
            if (form is "its" or "their" && t == title.First - 1 && t > 1 && tokens[t - 1].Form == "and" && mentions.At(sentence, t - 2) is { Entity.Type: "Organization" or "Country" } whose)
                return [whose];
            if (tokens[t].Form.ToLowerInvariant() is "his" or "her" && SeatsOfLast(title) is { Count: > 0 } theirs)
                return theirs;
            if (mentions.At(sentence, t)?.Entity.Type != "Office" && !lexicon["office modifiers"].Contains(form) && form is not ("'s" or "’s"))
                break;
        }

        // President of Y; head of the Y agency; minister of defence of Y
        var at = title.Last + 1;
        if (at >= tokens.Count || tokens[at].Form is not ("of" or "for" or "at"))
            return [];
        var found = new List<Mention>();
        for (var t = at + 1; t < tokens.Count && t - at < 12; t++)
        {
            if (mentions.At(sentence, t) is { Entity.Type: "Country" or "Organization", Kind: not NameKind.City } seat)
            {
                found.Add(seat);
                t = seat.Last;
            }
            else if (found.Count > 0 && tokens[t].Form is "'s" or "’s" && t + 1 < tokens.Count && mentions.At(sentence, t + 1) is { Entity.Type: "Organization" })
            {
                found.RemoveAt(found.Count - 1); // head of Turkey's Y agency
            }
            else if (found.Count > 0 ? tokens[t].Form is not ("," or "and" or "the") : t - at > 5 || tokens[t].Upos is "VERB" or "PUNCT" or "AUX" || IsPerson(mentions.At(sentence, t)))
            {
                break;
            }
        }

        return found;
    }

    // "The Greek and Cypriot defence ministers": the states before the last, nearest first.
    private IEnumerable<Mention> Joined(Mention seat)
    {
        var at = seat.First - 1;
        while (at > 0 && seat.Sentence.Tokens[at].Form is "and" or "," && mentions.At(seat.Sentence, at - 1) is { Entity.Type: "Country", Kind: NameKind.Demonym or NameKind.Name } before)
        {
            yield return before;
            at = before.First - 1;
        }
    }

    // "His defence minister": of the state whose leader was spoken of last.
    private List<Mention> SeatsOfLast(Mention title) =>
        people.LastBefore(title.Sentence, title.First, m => m.Entity.Type == "Leader" && m.Office is { Seats.Count: > 0 })
            ?.Office?.Seats.Where(s => s.Entity.Type == "Country").ToList() ?? [];
}
