using Rahdari.Border;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Interviews;
using Rahdari.Documents.Findings;

namespace Rahdari.Node.Interviews;

/// <summary>Where the second line speaks with a traveller: the encounter is the border's, what is said is casework's, and neither sees the other's. Thread-safe.</summary>
internal sealed class InterviewRoom(EncounterDesk encounters, InterviewDesk interviews, SiteSettings settings, TimeProvider clock)
{
    /// <summary>The encounter and its interview; where nothing was kept yet, begun with what the document says. Role: supervisor of the port. Both reads are audited.</summary>
    public async Task<Answer<InterviewAtPort>> FindAsync(Guid encounterId, Actor actor, CancellationToken cancellation = default)
    {
        var (encounter, problem) = await EncounterAsync(encounterId, actor, cancellation);
        if (encounter is null)
            return problem!;
        var underWay = await interviews.FindAsync(encounterId, actor, cancellation);
        if (!underWay.Succeeded)
            return underWay.Problem;
        var draft = underWay.Value.Draft ?? new InterviewTold { Sex = encounter.Document.Sex, AgeGroup = AgeGroups.On(settings.LocalDay(clock.GetUtcNow()), encounter.Document.DateOfBirth) };
        return new InterviewAtPort(encounter, underWay.Value.IsEnded ? null : draft);
    }

    /// <summary>Keeps what was written down so far. Role: supervisor of the port.</summary>
    public async Task<Answer<InterviewTold>> KeepAsync(Guid encounterId, InterviewTold told, Actor actor, CancellationToken cancellation = default)
    {
        var (encounter, problem) = await EncounterAsync(encounterId, actor, cancellation);
        return encounter is null ? problem! : await interviews.KeepAsync(encounterId, told, actor, cancellation);
    }

    /// <summary>Ends it, of a traveller on whom nobody has decided. Role: supervisor of the port. Told again under the same id it changes nothing.</summary>
    public async Task<Answer<InterviewUnderWay>> EndAsync(Guid encounterId, Guid id, InterviewTold told, Actor actor, CancellationToken cancellation = default)
    {
        var (encounter, problem) = await EncounterAsync(encounterId, actor, cancellation);
        if (encounter is null)
            return problem!;
        var document = encounter.Document;
        var born = document.DateOfBirth.ToString();
        var person = new Interviewed(
            document.PrimaryIdentifier, document.SecondaryIdentifier, born.Contains('X', StringComparison.Ordinal) ? null : born, document.Nationality is { Length: > 0 } nationality ? nationality : null,
            document.DocumentNumber, document.Sex);
        return await interviews.EndAsync(encounterId, id, told, person, encounter.Port, actor, cancellation);
    }

    private async Task<(Encounter? Encounter, Finding? Problem)> EncounterAsync(Guid encounterId, Actor actor, CancellationToken cancellation)
    {
        if (!actor.Is(Roles.Supervisor))
            return (null, RecordRule.RoleRequired.Broken(null, ("roles", Roles.Supervisor)));
        var found = await encounters.FindAsync(encounterId, actor, cancellation);
        return !found.Succeeded ? (null, found.Problem)
            : found.Value.State is EncounterState.Decided or EncounterState.Superseded && !found.Value.IsInterviewAsked
                ? (null, (found.Value.State == EncounterState.Decided ? BorderRule.EncounterDecided : BorderRule.EncounterSuperseded).Broken(null, ("encounter", $"{encounterId}")))
                : (found.Value, null);
    }
}

/// <summary>A traveller in the second line, and the interview with them.</summary>
/// <param name="Encounter">The encounter.</param>
/// <param name="Draft">What was written down so far; null once it ended.</param>
internal sealed record InterviewAtPort(Encounter Encounter, InterviewTold? Draft);
