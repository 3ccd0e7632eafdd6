namespace Rahdari.Border.ExitControl;

/// <summary>Whom a worker abroad may call, as the authority published it.</summary>
/// <param name="State">ISO 3166-1 alpha-3; empty where the contact is for every State.</param>
/// <param name="Kind"><c>embassy</c>, <c>hotline</c> or <c>labour</c> (the State's labour authority).</param>
/// <param name="Name">In English.</param>
/// <param name="NameUrdu">In Urdu; empty where not given.</param>
/// <param name="Contact">The telephone number or address, as published.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="CheckedOn">The day on which somebody saw it there.</param>
public sealed record HelpContact(string State, string Kind, string Name, string NameUrdu, string Contact, string Source, DateOnly CheckedOn);
