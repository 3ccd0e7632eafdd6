using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Border.Travellers.National;
using Rahdari.Links.Messages;

namespace Rahdari.Links.Lines;

/// <summary>Headquarters' answers to ports that ask for a person's crossings. Thread-safe.</summary>
internal sealed class HistoryDesk(NationalRegister register, string headquarters)
{
    /// <summary>The answer, signed; empty where the bytes are no question, or not of a node that takes part.</summary>
    /// <param name="question">What came.</param>
    /// <param name="node">Over whose link.</param>
    /// <param name="key">Headquarters' record key.</param>
    /// <param name="certificate">That key's certificate.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<byte[]> AnswerAsync(byte[]? question, string node, ECDsa key, X509Certificate2 certificate, CancellationToken cancellation) =>
        question is not null && HistoryRequest.Read(question) is { } request && await register.ReadAsync(request.Question(), node, cancellation) is { } history
            ? SignedHistory.Sign(headquarters, node, question, history, key, certificate).Write()
            : [];
}
