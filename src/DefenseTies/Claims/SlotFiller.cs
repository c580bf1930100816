using DefenseTies.Language;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>Fills the slots of frames in one sentence.</summary>
internal sealed class SlotFiller(Roles roles, ArticleMentions mentions, Fillers fillers, ArticleContext context)
{
    // Two lists in one sentence may be long; a claim for every pair of a hundred states says nothing.
    private const int MostPairs = 64;

    // Between "made" and the name of what is made: "US-made multiple rocket launchers".
    private const int MadeReach = 4;

    // Hundreds of conditions ask for the same words.
    private readonly (string Lemma, string Form)[] words = [.. roles.Sentence.Tokens.Select(t => (t.Lemma.ToLowerInvariant(), t.Form.ToLowerInvariant()))];

    public Roles Roles => roles;

    /// <summary>All pairs of ends that the frame's slots allow around a trigger.</summary>
    /// <param name="item">What goes over the tie; its own phrase may name an end ("drones from Russia and cars from France").</param>
    public IReadOnlyList<(Filler From, Filler To)> Ends(Frame frame, int trigger, Filler? item)
    {
        var pairs = new List<(Filler From, Filler To)>();
        if (frame.Slots.FirstOrDefault(s => s.Name == "both") is { } both)
        {
            // "Turkey with Qatar or Libya" pairs each with Turkey, not Qatar with Libya.
            var groups = both.Roles.Select(r => (Role: r, Parties: Fill(both with { Roles = [r] }, trigger), IsCompany: r.EndsWith("prep:with", StringComparison.Ordinal) || r.EndsWith("prep:against", StringComparison.Ordinal)))
                .Where(g => g.Parties.Count > 0).ToArray();
            // "A and B telephoned C and D": those who do it together are not done it to.
            var joint = both.Across ? -1 : Array.FindIndex(groups, g => !g.IsCompany);
            if (joint >= 0 && groups[joint].Role == "subj" && groups.Any(g => g.Role == "obj"))
                joint = -1;
            for (var i = 0; i < groups.Length; i++)
            {
                foreach (var (party, at) in groups[i].Parties.Select((p, n) => (p, n)))
                    pairs.AddRange((i == joint ? groups[i].Parties.Skip(at + 1) : []).Concat(groups.Skip(i + 1).Where(g => !both.Across || Party(g.Role) != Party(groups[i].Role)).SelectMany(g => g.Parties)).Select(other => (party, other)));
            }
        }
        else
        {
            var (fromSlot, toSlot) = (frame.Slots.First(s => s.Name == "from"), frame.Slots.First(s => s.Name == "to"));
            var itemRoles = frame.Slots.FirstOrDefault(s => s.Name == "item")?.Roles ?? [];
            var from = OfItem(fromSlot, itemRoles, item) ?? Fill(fromSlot, trigger, item);
            var to = from.Count == 0 ? [] : OfItem(toSlot, itemRoles, item) ?? Fill(toSlot, trigger, item, from);
            // "Morocco and Tunisia received their first drones": the same two at both ends supply each other nothing.
            if (!from.Select(f => f.Entity!.Id).ToHashSet().SetEquals(to.Select(t => t.Entity!.Id)))
                pairs.AddRange(from.SelectMany(f => to.Select(t => (f, t))).Where(p => IsHome(fromSlot.Home, p.f, item ?? p.t)));
        }

        return [.. pairs.DistinctBy(p => (p.From.Entity!.Id, p.To.Entity!.Id)).Where(p => p.From.Entity!.Id != p.To.Entity!.Id && Allowed(frame, p.From, p.To)).Select(p => Ordered(frame, p)).Take(MostPairs)];
    }

    // "Ethiopian and Somali troops fought": the modifiers of a subject are one side, as the subject is.
    private static string Party(string role) => role.Split('.')[0];

    /// <summary>What fills one slot.</summary>
    /// <param name="others">Who fills the other end already.</param>
    public IReadOnlyList<Filler> Fill(Slot slot, int trigger, Filler? item = null, IReadOnlyList<Filler>? others = null)
    {
        var found = new List<Filler>();
        foreach (var role in slot.Roles)
        {
            var here = role switch
            {
                "holder" => Holder(trigger),
                "seat" => Holder(trigger).SelectMany(h => Seats(h, toBody: true)).ToArray(),
                "near" => slot.Roles[0] == "obj" && HasOtherObject(trigger) ? [] : Nearest(trigger, slot.Kind),
                "origin" => [.. context.Origins(item, trigger).Where(f => slot.Kind != SlotKind.State || f.Entity!.Type == "Country")],
                "inside" => Inside(trigger),
                "below" => Below(trigger, others),
                _ when role.EndsWith(".below", StringComparison.Ordinal) => [.. roles.Fill(trigger, role[..^".below".Length]).Take(1).SelectMany(t => Below(t, others))],
                "make" => item is null ? [] : [.. fillers.Sources.MakersOf(roles, item.Token).SelectMany(t => Of(slot.Kind, t))],
                "made" => [.. Made(trigger).Select(fillers.Things.Itself)],
                "led" => [.. fillers.Sources.Leading(roles.Sentence, trigger).Select(m => fillers.State(m, m.Head))],
                "origins" => OfItsOwn([.. fillers.Sources.After(roles.Sentence, trigger).SelectMany(m => Of(SlotKind.State, m.Head))], item),
                "heading" => [.. fillers.Heading(roles.Sentence, trigger)],
                "spoken" when slot.Kind == SlotKind.Exercise => [.. fillers.SpokenExercise(roles.Sentence, trigger)],
                "spoken" => roles.Fill(trigger, "obj").Any(o => fillers.Things.Of(roles, o, plain: false).Count > 0) ? [] : [.. fillers.Things.Spoken(roles.Sentence, trigger)],
                "topic" => [.. fillers.Topic(roles.Sentence, trigger, others ?? [])],
                "article" => UnlessTaken(fillers.Subject(roles.Sentence, trigger, others ?? []) is var about && about.Any() || slot is not { Name: "to", Kind: SlotKind.Buyer } ? about : context.ChiefRecipient(trigger, others ?? []), others),
                "parties" => mentions.At(roles.Sentence, trigger)?.Parties is { Count: > 0 } parties ? [.. parties] : fillers.Opponents(roles.Sentence, trigger),
                "latest" => UnlessTaken(context.Previous(roles.Sentence, slot.Name, trigger, back: 1), others),
                "previous" => UnlessTaken(context.Previous(roles.Sentence, slot.Name, trigger), others),
                _ => roles.Fill(trigger, role).Where(t => t != trigger || role == "self").SelectMany(t => Of(slot.Kind, t)).ToArray(), // the way back to where it began names nobody
            };
            // "Boats built by Austal, and aircraft": a clause says nothing of what comes after it.
            if (role is "obj" or "subj" && roles.Sentence.Tokens[trigger] is { Relation: "acl" or "acl:relcl", Head: >= 0 and var described } && described < trigger && here.Any(f => f.Token <= trigger))
                here = [.. here.Where(f => f.Token < trigger || !roles.Fill(trigger, role).Contains(described))];
            found.AddRange(here);
            if (found.Count > 0 && !slot.All)
                break;
        }

        return [.. found.DistinctBy(f => f.Entity?.Id ?? Names.Key(f.Words))];
    }

    // "Chinese VT-4 and Ukrainian Oplot tanks, and F-16s": of several origins the one that a system is known to have.
    private static Filler[] OfItsOwn(Filler[] origins, Filler? item) =>
        item?.Known is { } known && origins.Where(o => known.States.Contains(o.Entity!.Name)).ToArray() is { Length: > 0 } own ? own : origins;

    /// <summary>True for a system of another origin than the one of several that a frame found: of an inventory "Russian and Chinese" Mirages are neither.</summary>
    public static bool IsFromElsewhere(Frame frame, Filler from, Filler item) =>
        item.Known is { States.Count: > 0 } known && !known.States.Contains(from.Entity!.Name) && from.Entity.Type == "Country" && frame.Slots.Any(s => s is { Name: "from", Roles: ["origins", ..] });

    // A recipient left out is not guessed where the sentence tells of somebody else's.
    private Filler[] UnlessTaken(IEnumerable<Filler> guess, IReadOnlyList<Filler>? others)
    {
        var guessed = guess.ToArray();
        return others is not null && fillers.NamesTaker(roles.Sentence, [.. guessed, .. others]) ? [] : guessed;
    }

    // The end that the item's own phrase names, where the slot may be filled from it: item "obj", end "obj.prep:from".
    private IReadOnlyList<Filler>? OfItem(Slot slot, IReadOnlyList<string> itemRoles, Filler? item)
    {
        if (item is null)
            return null;
        foreach (var role in slot.Roles.Where(r => r.LastIndexOf(".prep:", StringComparison.Ordinal) is > 0 and var dot && r.IndexOf('.', dot + 1) < 0 && itemRoles.Contains(r[..dot])))
        {
            var own = roles.Fill(item.Token, role[(role.LastIndexOf(".prep:", StringComparison.Ordinal) + 1)..]).SelectMany(t => Of(slot.Kind, t)).ToArray();
            if (own.Length > 0)
                return own;
        }

        return null;
    }

    /// <summary>True when one of the condition's words stands in its role.</summary>
    public bool Holds(Condition condition, int trigger)
    {
        if (condition.Role == "sentence")
            return roles.Sentence.Tokens.Any(t => t.Index != trigger && Says(condition, t));
        if (condition.Role == "article")
            return fillers.Things.SpeaksOfArms && condition.Words.Contains("arms");
        if (condition.Role == "office")
            return mentions.At(roles.Sentence, trigger)?.Office is { } office && condition.Words.Any(w => office.Role.Equals(w, StringComparison.OrdinalIgnoreCase) || w == office.Rank);
        if (condition.Role == "within")
            return Within(trigger).Any(t => Says(condition, roles.Sentence.Tokens[t]));
        if (condition.Role == "case")
            return condition.Words.Contains(roles.CaseOf(trigger));
        return roles.Fill(trigger, condition.Role).Where(t => t != trigger || condition.Role == "self").SelectMany(roles.Counted).Any(t => Says(condition, roles.Sentence.Tokens[t])); // "the dispute flared up": what flared up is no other
    }

    private bool Says(Condition condition, Token token) =>
        condition.Words.Contains(words[token.Index].Lemma) || condition.Words.Contains(words[token.Index].Form) || (condition.IsOpen && SaysAny(condition, token));

    private static bool SaysAny(Condition condition, Token token) =>
        (condition.Words.Contains(Condition.Any) && !IsDate(token)) || (token.Upos == "NUM" && condition.Words.Contains(Condition.Number)) || (IsSum(token.Form) && condition.Words.Contains(Condition.Sum));

    // "$73m", "£2bn", "€700m", "US$40"
    private static bool IsSum(string form) => form.AsSpan().IndexOfAny('$', '£', '€') is >= 0 and var sign && sign + 1 < form.Length && char.IsAsciiDigit(form[sign + 1]);

    // "Delivered tanks from 2015" tells nobody they came from.
    private static bool IsDate(Token token) => token.NameClass == "DATE" || token is { Upos: "NUM", Form: [>= '1' and <= '2', _, _, _] };

    // The words right around a trigger that make one phrase with it: joint military exercise.
    private IEnumerable<int> Within(int trigger) =>
        roles.Sentence.Children(trigger).Where(c => roles.Sentence.Tokens[c].BaseRelation is "amod" or "compound" or "flat" or "nmod" or "acl" or "advmod" or "nummod" or "det")
            .SelectMany(c => roles.Sentence.Children(c).Where(g => roles.Sentence.Tokens[g].BaseRelation is "conj" or "compound" or "amod" || roles.Sentence.Tokens[g].Form is "-" or "–").Append(c))
            .Append(trigger);

    private IEnumerable<Filler> Of(SlotKind kind, int token) => kind switch
    {
        SlotKind.Actor => fillers.Actors(roles, token).Where(f => f.Known?.Kind is not ("media" or "think-tank" or "university")),
        SlotKind.Company => fillers.Actors(roles, token).Where(f => f.Known?.Kind is "company"),
        // "PT PAL built": what a state's shipyard sells its state sells, but it is the yard that builds.
        SlotKind.Maker => Of(SlotKind.Actor, token).Select(f => f.Mention is { Entity.Type: "Organization", Known: { IsArm: true, Kind: "company" or "agency" } } yard ? f with { Entity = mentions.Latest(yard.Entity), Words = yard.Entity.Name, Known = yard.Known } : f),
        SlotKind.Buyer => fillers.Actors(roles, token).Where(f => f.Known?.Kind is not ("company" or "media" or "think-tank" or "university")),
        SlotKind.State => fillers.Actors(roles, token, states: true).Where(f => f.Entity!.Type == "Country"),
        SlotKind.Owner => Of(SlotKind.State, token).Where(f => f.IsReference || f.Mention is not { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat } || roles.Sentence.Tokens[token].Relation == "nmod:poss" || IsAcronym(token) || IsWhose(token)),
        SlotKind.Home => fillers.Actors(roles, token).Select(fillers.Home).OfType<Filler>(),
        SlotKind.Place => fillers.Actors(roles, token, place: true, states: true).Where(f => f.Entity!.Type == "Country"),
        SlotKind.Alliance => fillers.Actors(roles, token).Where(f => f.Entity!.Type == "Organization" && f.Known?.Kind is not ("company" or "media" or "force" or "think-tank" or "ministry" or "armed group" or "agency")),
        SlotKind.Body => Body(token) is { } body ? [body] : Of(SlotKind.Buyer, token),
        SlotKind.Target => Body(token) is { } body ? [body] : roles.Fill(token, "appos").Select(Body).FirstOrDefault(b => b is not null) is { } named ? [named] : Of(SlotKind.Actor, token),
        SlotKind.Weapon => fillers.Things.Of(roles, token, plain: false).Where(f => f.Entity is not null),
        SlotKind.Arms => fillers.Things.Of(roles, token, plain: true),
        SlotKind.Words => fillers.Things.Of(roles, token, plain: true) is { Count: > 0 } items ? items : [new Filler(null, fillers.Things.Phrase(roles.Sentence, token), token)],
        SlotKind.Leader => fillers.Named(roles, token, "Leader"),
        SlotKind.Seat => fillers.Named(roles, token, "Leader").SelectMany(l => Seats(l, toBody: false)),
        SlotKind.Agreement => fillers.Named(roles, token, "Agreement"),
        SlotKind.Exercise => fillers.Named(roles, token, "Exercise"),
        _ => [],
    };

    // "US bombers", "UK F-35s": such names are their own adjectives.
    private bool IsAcronym(int token) => roles.Sentence.Tokens[token] is { BaseRelation: "compound" or "amod" or "nmod", Form: "US" or "U.S." or "UK" or "U.K." or "UAE" };

    // "Chile, whose F-16s"
    private bool IsWhose(int token) => roles.Sentence.Tokens.Any(t => t is { Form: "whose", Head: >= 0 and var owned } && roles.Fill(owned, "poss").Contains(token));

    private Filler? Body(int token) =>
        mentions.At(roles.Sentence, token) is { Entity.Type: "Organization", Known.Kind: "agency" or "alliance" or "bloc" or "armed group" } body
            ? new Filler(mentions.Latest(body.Entity), body.Entity.Name, token) { Mention = body, Known = body.Known } : null;

    private Filler[] Holder(int trigger) =>
        mentions.At(roles.Sentence, trigger) is { Office: { IsPublic: true } } holder && holder.Entity.Type == "Leader" ? [new Filler(mentions.Latest(holder.Entity), holder.Entity.Name, trigger) { Mention = holder, Known = holder.Known }] : [];

    // A minister leads the state; the head of an agency the agency.
    private IEnumerable<Filler> Seats(Filler leader, bool toBody)
    {
        // An executive leads no state and no public body.
        foreach (var seat in fillers.Seats(leader).Where(s => s.Known?.Kind is not "company"))
        {
            var body = toBody && seat.Entity.Type == "Organization" && seat.Known?.Kind is not ("ministry" or "legislature");
            var filled = body
                ? new Filler(mentions.Latest(seat.Entity), seat.Entity.Name, leader.Token) { Mention = seat, Known = seat.Known }
                : fillers.State(seat, leader.Token);
            yield return filled with { IsReference = false };
        }
    }

    // "gave the Philippine Coast Guard twelve vessels": the tree may take the recipient for part of the object.
    private Filler[] Inside(int trigger) =>
        [.. roles.Fill(trigger, "obj").SelectMany(o => roles.Fill(o, "mod")).Select(t => mentions.At(roles.Sentence, t)).OfType<Mention>()
            .Where(m => (m.Kind is NameKind.Name or NameKind.Seat || (m.Kind == NameKind.Demonym && roles.Sentence.Tokens[m.Head].Xpos is "NNPS" or "NNS")) && m.Entity.Type is "Country" or "Organization" && m.First > trigger && m.Known?.Kind is not "company").Select(m => fillers.State(m, m.Head))];

    // "Bore the price of three launchers for the army of Estonia": the one other state that is named anywhere in the phrases under the trigger. Of two nobody can say which is meant.
    private Filler[] Below(int trigger, IReadOnlyList<Filler>? others)
    {
        var sentence = roles.Sentence;
        var phrases = sentence.Children(trigger).Where(c => c > trigger && sentence.Tokens[c].BaseRelation is not ("conj" or "parataxis" or "advcl" or "nsubj" or "appos")).ToArray();
        var states = mentions.In(sentence).Where(m => m is { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat or NameKind.Demonym } && phrases.Any(p => sentence.Governs(p, m.Head)))
            .Where(m => others is null || others.All(o => o.Entity!.Id != m.Entity.Id)).ToArray();
        return states.DistinctBy(m => m.Entity.Id).Count() == 1 ? [fillers.State(states[0], states[0].Head)] : [];
    }

    // "Imports its oil from Azerbaijan and has sold it missiles": the missiles are not what is imported.
    private bool HasOtherObject(int trigger) =>
        roles.Sentence.Tokens[trigger].Upos == "VERB" && roles.Sentence.Child(trigger, "obj") is >= 0 and var thing && roles.Sentence.Tokens[thing] is { Upos: "NOUN" or "ADJ" } && !roles.Sentence.Children(thing).Any(c => mentions.At(roles.Sentence, c) is { Entity.Type: "WeaponSystem" });

    // "Chinese-made VT-4 and Ukrainian-made Oplot tanks": each is the next's, and of those that follow it at once.
    private IEnumerable<Mention> Made(int trigger)
    {
        var tokens = roles.Sentence.Tokens;
        var at = trigger + 1;
        while (at < tokens.Count && at <= trigger + MadeReach && tokens[at].Upos is "NOUN" or "ADJ" or "PROPN" or "NUM" && mentions.At(roles.Sentence, at) is null)
            at++;
        while (at < tokens.Count && mentions.At(roles.Sentence, at) is { Entity.Type: "WeaponSystem" } system)
        {
            yield return system;
            at = system.Last + 1;
            while (at < tokens.Count && tokens[at].Form is "," or "and" or "or" or "/")
                at++;
        }
    }

    private Filler[] Nearest(int trigger, SlotKind kind)
    {
        var nearest = mentions.In(roles.Sentence).Where(m => m.Entity.Type == "WeaponSystem").MinBy(m => Math.Abs(m.Head - trigger));
        return nearest is not null && kind is SlotKind.Weapon or SlotKind.Arms ? [.. fillers.Things.Of(roles, nearest.Head, plain: false)] : [];
    }

    private static bool IsHome(bool? home, Filler actor, Filler system)
    {
        if (home is null)
            return true;
        var known = system.Known;
        if (known is null)
            return home.Value == (actor.Entity!.Type == "Organization"); // of a system that nobody knows: a company makes its own, a state uses its own
        var names = actor.Entity!.Aliases.Append(actor.Entity.Name);
        return (known.States.Intersect(names).Any() || known.Makers.Intersect(names).Any()) == home;
    }

    private static bool Allowed(Frame frame, Filler from, Filler to) =>
        frame.Type.From.Contains(from.Entity!.Type) && frame.Type.To.Contains(to.Entity!.Type)
        || (frame.Type.Symmetric && frame.Type.From.Contains(to.Entity!.Type) && frame.Type.To.Contains(from.Entity!.Type));

    private static (Filler From, Filler To) Ordered(Frame frame, (Filler From, Filler To) pair) =>
        frame.Type.Symmetric && string.CompareOrdinal(pair.From.Entity!.Id, pair.To.Entity!.Id) > 0 ? (pair.To, pair.From) : pair;
}
