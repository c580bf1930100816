using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Exports;
using DefenseTies.Language;
using DefenseTies.Pairs;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies;

/// <summary>Article → sentences → mentions → claims, in one method. Immutable and thread-safe: load it once. The parser is loaded when first needed, for a query needs none.</summary>
public sealed class Pipeline
{
    private readonly Lexicon lexicon;
    private readonly SentenceSplitter splitter;
    private readonly Lazy<Parser> parser;
    private readonly Lemmatizer lemmatizer;
    private readonly MissedVerbs missedVerbs;
    private readonly MentionFinder finder;
    private readonly ClaimReader reader;
    private readonly PairReader? pairs;

    private Pipeline(GraphSchema schema, Gazetteer gazetteer, Lexicon lexicon, LanguageRules rules, IReadOnlyList<Frame> frames, PairModel? learned, Lazy<Parser> parser)
    {
        (Schema, Gazetteer, Frames, this.lexicon, this.parser) = (schema, gazetteer, frames, lexicon, parser);
        splitter = new SentenceSplitter(rules);
        var conditions = frames.SelectMany(f => f.When.Concat(f.Unless)).ToArray();
        lemmatizer = new Lemmatizer(
            rules,
            frames.SelectMany(f => f.Verbs).Concat(conditions.Where(c => c.IsOfVerb).SelectMany(c => c.Words)).Concat(Words("verbs").SelectMany(v => (string[])[v, v.Split(' ')[0]])), // also "rule" of "rule out"
            frames.SelectMany(f => f.Nouns).Concat(conditions.SelectMany(c => c.Words)).Concat(Words("")));
        missedVerbs = new MissedVerbs(lemmatizer.ThirdPerson, rules);
        finder = new MentionFinder(gazetteer, lexicon);
        var factuality = new Factuality(lexicon);
        reader = new ClaimReader(frames, factuality, new StageRules(lexicon));
        pairs = learned is null ? null : new PairReader(learned, factuality);
    }

    /// <summary>What may exist in the graph.</summary>
    public GraphSchema Schema { get; }

    /// <summary>Who and what is known by name.</summary>
    public Gazetteer Gazetteer { get; }

    /// <summary>How claims are said.</summary>
    internal IReadOnlyList<Frame> Frames { get; }

    /// <summary>Reads and checks the vocabulary.</summary>
    /// <param name="schemaFolder">Default: <c>graph-schema</c> beside the program.</param>
    /// <param name="modelFolder">Default: <c>model</c> beside the program.</param>
    /// <exception cref="VocabularyException">The vocabulary has problems; all are listed.</exception>
    public static Pipeline Load(string? schemaFolder = null, string? modelFolder = null)
    {
        var folder = schemaFolder ?? Path.Combine(AppContext.BaseDirectory, "graph-schema");
        var problems = new List<VocabularyProblem>();
        var rules = LanguageRules.Read(folder, problems);
        // How things are said and who is known by name are each half of the work of starting, and neither needs the other.
        var saying = Task.Run(() =>
        {
            var wrong = new List<VocabularyProblem>();
            var (schema, lexicon) = (SchemaReader.Read(folder, wrong), Lexicon.Read(folder, wrong));
            return (Schema: schema, Lexicon: lexicon, Frames: new FrameReader(schema, lexicon).Read(folder, wrong), Learned: PairModel.Read(folder, schema, wrong), Problems: wrong);
        });
        var gazetteer = Gazetteer.Read(folder, rules, problems);
        var (schema, lexicon, frames, learned, others) = saying.GetAwaiter().GetResult();
        problems.AddRange(others);
        if (problems.Count > 0)
            throw new VocabularyException([.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);
        return new Pipeline(schema, gazetteer, lexicon, rules, frames, learned, new Lazy<Parser>(() => Parser.Load(modelFolder ?? Path.Combine(AppContext.BaseDirectory, "model"))));
    }

    /// <summary>Loads the parser now instead of with the first article, so that a missing model is told before any work begins.</summary>
    /// <exception cref="VocabularyException">A file of the model is missing or broken.</exception>
    public void LoadParser() => _ = parser.Value;

    /// <summary>Reads one article. Any text is valid; a text that says nothing gives no claims.</summary>
    /// <exception cref="VocabularyException">The parser is not loaded yet and cannot be.</exception>
    public ExtractedArticle Extract(Article article) => Read(Find(article, Parse(Split(article))));

    /// <summary>How an article is read, as text for people: of each sentence the tokens, the mentions, the roles of its triggers, the frames and what fills their slots, cues and claims.</summary>
    /// <param name="words">Only sentences with these words, whatever comes of them; null for all of which a claim comes.</param>
    /// <returns>Empty when there is no such sentence.</returns>
    /// <exception cref="VocabularyException">The parser is not loaded yet and cannot be.</exception>
    public string Explain(Article article, string? words = null)
    {
        var mentions = Find(article, Parse(Split(article)));
        var (readings, weighed) = (new List<FrameReading>(), new List<PairReading>());
        return Explanation.Text(mentions, readings, weighed, Read(mentions, readings, weighed).Claims, words);
    }

    /// <summary>The vocabulary as a page of Markdown: entity types, claim types, and for each the sentences that say it and those that do not.</summary>
    public string Describe() => VocabularyPage.Text(Schema, Frames);

    internal IReadOnlyList<Sentence> Split(Article article) => splitter.Split(article);

    internal IReadOnlyList<Sentence> Parse(IReadOnlyList<Sentence> sentences)
    {
        parser.Value.Parse(sentences);
        lemmatizer.Mend(sentences);
        missedVerbs.Mend(sentences);
        return sentences;
    }

    internal ArticleMentions Find(Article article, IReadOnlyList<Sentence> sentences) => finder.Find(article, sentences);

    internal ExtractedArticle Read(ArticleMentions mentions, ICollection<FrameReading>? readings = null, ICollection<PairReading>? weighed = null)
    {
        var (fillers, framed) = ReadFrames(mentions, readings);
        var claims = ClaimMerger.Merge(pairs?.Read(mentions, fillers, framed, weighed) ?? framed, mentions.Known);
        return EntityCollector.Collect(mentions, claims, Gazetteer);
    }

    /// <summary>What frames say, each time they say it, and what fills slots: what is learned from, and what pairs are read beside.</summary>
    internal (Fillers Fillers, IReadOnlyList<Claim> Claims) ReadFrames(ArticleMentions mentions, ICollection<FrameReading>? readings = null)
    {
        var references = new References(mentions, lexicon);
        var fillers = new Fillers(mentions, references, Gazetteer, lexicon);
        var (exercises, agreements) = (new ExerciseDescriptions(references, lexicon), new AgreementDescriptions(fillers, lexicon));
        foreach (var sentence in mentions.Sentences)
        {
            var roles = new Roles(sentence);
            StateReferences.Find(roles, fillers, mentions);
            SystemDescriptions.Find(sentence, references, mentions);
            exercises.Find(roles, mentions);
            agreements.Find(roles, mentions);
        }

        return (fillers, reader.Read(mentions, fillers, readings));
    }

    // All words of the lists whose name ends in a word; verbs are listed as such.
    private IEnumerable<string> Words(string ending) =>
        lexicon.Names.Where(n => n.EndsWith(ending, StringComparison.Ordinal) && (ending.Length > 0 || !n.EndsWith("verbs", StringComparison.Ordinal))).SelectMany(n => lexicon[n]);
}
