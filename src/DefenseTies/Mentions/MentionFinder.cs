using DefenseTies.Articles;
using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Sentences → mentions: names known, then names recognised by their pattern, then people and their offices.</summary>
internal sealed class MentionFinder(Gazetteer gazetteer, Lexicon lexicon)
{
    private readonly NameMatcher names = new(gazetteer, lexicon);
    private readonly OrganizationPattern organizations = new(gazetteer, lexicon);
    private readonly TitlePattern titles = new(lexicon);
    private readonly DesignationPattern designations = new(gazetteer, lexicon);

    /// <summary>Finds the mentions of an article whose sentences are parsed.</summary>
    public ArticleMentions Find(Article article, IReadOnlyList<Sentence> sentences)
    {
        var mentions = new ArticleMentions(article, sentences);
        foreach (var sentence in sentences)
        {
            names.Find(sentence, mentions);
            if (sentence.IsTitleCase)
                continue;
            titles.Find(sentence, mentions);
            organizations.Find(sentence, mentions);
            designations.Find(sentence, mentions);
        }

        ForceAcronyms.Doubt(mentions);
        organizations.FindIntroduced(mentions);
        var people = new PersonFinder(gazetteer, lexicon);
        foreach (var sentence in sentences)
        {
            people.Find(sentence, mentions);
            Attachment.Mend(sentence, mentions);
        }

        new OfficeReader(mentions, gazetteer, lexicon).Read();
        return mentions;
    }
}
