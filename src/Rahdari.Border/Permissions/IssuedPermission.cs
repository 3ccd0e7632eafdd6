using System.Text.Json.Serialization;
using Rahdari.Dates;

namespace Rahdari.Border.Permissions;

/// <summary>A visa or permit as the authority that issued it tells of it.</summary>
/// <param name="Authority">Who issued it; at most 100 characters.</param>
/// <param name="Number">Its number; at most 40 characters.</param>
/// <param name="Class">The code of a class of the rules of entry.</param>
/// <param name="IssuingState">The State that issued the document to which it is bound (Doc 9303-3 §5 code).</param>
/// <param name="DocumentNumber">That document's number, as in its zone.</param>
/// <param name="Nationality">The holder's nationality (Doc 9303-3 §5 code).</param>
/// <param name="PrimaryIdentifier">Surname, as in the document's zone.</param>
/// <param name="SecondaryIdentifier">Given names; may be empty.</param>
/// <param name="DateOfBirth">Date of birth, as far as known.</param>
/// <param name="ValidFrom">The first day on which the holder may enter by it.</param>
/// <param name="ValidUntil">The last one.</param>
/// <param name="Entries">How often it lets enter; what its class says where null.</param>
/// <param name="StayDays">Days of one stay; what its class says where null.</param>
/// <param name="Ports">The ports (UN/LOCODE) at which it may be used; those of its class where empty or null.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] // What is not understood might have narrowed what it allows.
public sealed record IssuedPermission(
    string Authority,
    string Number,
    string Class,
    string IssuingState,
    string DocumentNumber,
    string Nationality,
    string PrimaryIdentifier,
    string SecondaryIdentifier,
    PartialDate DateOfBirth,
    DateOnly ValidFrom,
    DateOnly ValidUntil,
    int? Entries = null,
    int? StayDays = null,
    IReadOnlyList<string>? Ports = null);
