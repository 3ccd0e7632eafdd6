using Rahdari.Border.Stays;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Permissions;

/// <summary>Who asks to be let in, where and when, and all that counts for it.</summary>
/// <param name="Document">The document presented.</param>
/// <param name="Port">UN/LOCODE.</param>
/// <param name="Today">At the port.</param>
/// <param name="Rules">The rules of entry.</param>
/// <param name="Held">What was issued to the traveller, whenever.</param>
/// <param name="Stays">The traveller's stays.</param>
internal sealed record EntryQuestion(MrzFields Document, string Port, DateOnly Today, EntryRules Rules, IReadOnlyList<HeldPermission> Held, IReadOnlyList<RecordedStay> Stays);
