namespace Rahdari.Border.Permissions;

/// <summary>The rules of entry: every class of permission, as published under one number.</summary>
/// <param name="Number">1 for the first; 0 where none were ever published.</param>
/// <param name="Classes">Each code at most once on a day.</param>
public sealed record EntryRules(int Number, IReadOnlyList<PermissionClass> Classes)
{
    /// <summary>None were ever published: nobody's permission can be judged.</summary>
    public static EntryRules None { get; } = new(0, []);

    /// <summary>The class as it reads on the day; where it is not in force then, as it read or will read nearest to it; null where the code is unknown.</summary>
    public PermissionClass? Find(string code, DateOnly day) => Classes.Where(c => c.Code == code)
        .OrderBy(c => c.IsInForce(day) ? 0 : c.From > day ? c.From.DayNumber - day.DayNumber : day.DayNumber - c.Until!.Value.DayNumber).FirstOrDefault();
}
