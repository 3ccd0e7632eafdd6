using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Rahdari.Border.Travellers.National;

namespace Rahdari.Links.Messages;

/// <summary>
/// Headquarters' answer to a <see cref="HistoryRequest"/>, signed by the key that signs its own records. What is signed names the question by its hash, nonce and all: an answer that was given for another traveller, to another
/// node or at another time is none.
/// </summary>
/// <param name="V">1.</param>
/// <param name="From">Headquarters' node.</param>
/// <param name="Node">Who asked.</param>
/// <param name="Question">SHA-256 of the question's bytes, as they came.</param>
/// <param name="Content">The <see cref="KnownHistory"/>, as JSON: enumerations by name, dates of birth as ISO 8601-2.</param>
/// <param name="Signature">By headquarters' record key (IEEE P1363).</param>
/// <param name="Certificate">The certificate of that key (DER).</param>
public sealed record SignedHistory(int V, string From, string Node, byte[] Question, byte[] Content, byte[] Signature, byte[] Certificate)
{
    /// <summary>A message is no larger than so many bytes.</summary>
    public const int LargestMessage = 512 * 1024;

    // Base64, and what is around it.
    private const int LargestContent = 350 * 1024;

    /// <summary>The answer to a question, signed.</summary>
    public static SignedHistory Sign(string from, string node, ReadOnlySpan<byte> question, KnownHistory history, ECDsa key, X509Certificate2 certificate)
    {
        var answer = new SignedHistory(1, from, node, SHA256.HashData(question), Fitting(history), [], certificate.RawData);
        return answer with { Signature = key.SignData(answer.Said(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) };
    }

    /// <summary>The bytes that travel.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, LinkJson.Default.SignedHistory);

    /// <summary>Reads bytes of any origin; null where they are no answer.</summary>
    public static SignedHistory? Read(ReadOnlySpan<byte> bytes) =>
        LinkJson.Read(bytes, LargestMessage, LinkJson.Default.SignedHistory) is { V: 1, Question.Length: SHA256.HashSizeInBytes, Signature.Length: 64 } answer ? answer : null;

    /// <summary>True where it answers just this question.</summary>
    public bool Answers(ReadOnlySpan<byte> question) => CryptographicOperations.FixedTimeEquals(Question, SHA256.HashData(question));

    /// <summary>True where the holder of the key signed just this. Whose key it is, its certificate must say.</summary>
    public bool IsSigned(ECDsa key) => key.VerifyData(Said(), Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>What was answered; null where the content is of another form.</summary>
    public KnownHistory? History() =>
        LinkJson.Read(Content, LargestMessage, LinkJson.Default.KnownHistory) is { Crossings.Count: <= KnownHistory.MostCrossings } history && history.Crossings.All(IsCrossing) ? history : null;

    private static bool IsCrossing(NationalCrossing? crossing) => crossing is not null && Enum.IsDefined(crossing.Direction) && Enum.IsDefined(crossing.Outcome) && Enum.IsDefined(crossing.Sex);

    /// <summary>The newest crossings that have room: names that an import told may be long.</summary>
    private static byte[] Fitting(KnownHistory history)
    {
        for (var told = history; ; told = new KnownHistory([.. told.Crossings.Take(told.Crossings.Count / 2)], HasMore: true))
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(told, LinkJson.Default.KnownHistory);
            if (content.Length <= LargestContent || told.Crossings.Count == 0)
                return content;
        }
    }

    /// <summary>What is signed: every field, one a line; no name holds a line's end.</summary>
    private byte[] Said() => Encoding.UTF8.GetBytes($"rahdari history 1\n{From}\n{Node}\n{Convert.ToHexStringLower(Question)}\n{Convert.ToHexStringLower(SHA256.HashData(Content))}\n");
}
