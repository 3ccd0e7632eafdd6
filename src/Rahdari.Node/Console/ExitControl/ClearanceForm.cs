using Rahdari.Border.ExitControl;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.ExitControl;

/// <summary>A protector's clearance as it is typed.</summary>
public sealed class ClearanceForm
{
    /// <summary>The worker's name.</summary>
    public string? Name { get; set; }

    /// <summary>The identity number.</summary>
    public string? Cnic { get; set; }

    /// <summary>The passport's number.</summary>
    public string? Passport { get; set; }

    /// <summary>The registration number.</summary>
    public string? Registration { get; set; }

    /// <summary>Where the work is.</summary>
    public string? Destination { get; set; }

    /// <summary>The employer.</summary>
    public string? Employer { get; set; }

    /// <summary>The occupation.</summary>
    public string? Occupation { get; set; }

    /// <summary>The promoter's licence; direct employment where empty.</summary>
    public string? Licence { get; set; }

    /// <summary>The last day of that licence.</summary>
    public string? LicenceTo { get; set; }

    /// <summary>The last day.</summary>
    public string? To { get; set; }

    /// <summary>The text that is no date as dates are typed, or null.</summary>
    internal string? WrongDate() => Days.Read(To) is null ? To ?? "" : !string.IsNullOrWhiteSpace(LicenceTo) && Days.Read(LicenceTo) is null ? LicenceTo : null;

    /// <summary>The clearance, once no date is wrong.</summary>
    internal ClearanceTerms Terms() => new()
    {
        Name = Name ?? "",
        Cnic = Cnic ?? "",
        PassportNumber = Passport,
        RegistrationNumber = Registration ?? "",
        Destination = Destination ?? "",
        Employer = Employer ?? "",
        Occupation = Occupation ?? "",
        PromoterLicence = Licence,
        LicenceValidTo = Days.Read(LicenceTo),
        ValidTo = Days.Read(To) ?? default,
    };
}
