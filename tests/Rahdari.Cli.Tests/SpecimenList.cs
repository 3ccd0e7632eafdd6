using System.Security;

namespace Rahdari.Cli.Tests;

/// <summary>Small lists in the form of the UN's and of OFAC's, of people who do not exist.</summary>
internal static class SpecimenList
{
    public static string Un(string published, params (string Reference, string Name, string Alias, string Born)[] people) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <CONSOLIDATED_LIST dateGenerated="{published}T00:00:00.000Z">
          <INDIVIDUALS>
        {string.Concat(people.Select(Individual))}
          </INDIVIDUALS>
          <ENTITIES>
          </ENTITIES>
        </CONSOLIDATED_LIST>

        """;

    public static string Sdn { get; } = """
        90001,"SPECIMENSSON, Olof Utopius","individual","SPECIMEN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 02 Mar 1961; nationality Sweden; Gender Male."
        90002,"SPECIMEN SHIPPING COMPANY",-0- ,"SPECIMEN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-

        """;

    private static string Individual((string Reference, string Name, string Alias, string Born) person, int index) => $"""
            <INDIVIDUAL>
              <DATAID>{990000 + index}</DATAID>
              <VERSIONNUM>1</VERSIONNUM>
              <FIRST_NAME>{SecurityElement.Escape(person.Name.Split(' ')[0])}</FIRST_NAME>
              <SECOND_NAME>{SecurityElement.Escape(person.Name.Split(' ')[1])}</SECOND_NAME>
              <UN_LIST_TYPE>Specimen</UN_LIST_TYPE>
              <REFERENCE_NUMBER>{person.Reference}</REFERENCE_NUMBER>
              <LISTED_ON>2020-01-01</LISTED_ON>
              <GENDER>Male</GENDER>
              <COMMENTS1>A specimen.</COMMENTS1>
              <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
              <INDIVIDUAL_ALIAS>
                <QUALITY>Good</QUALITY>
                <ALIAS_NAME>{SecurityElement.Escape(person.Alias)}</ALIAS_NAME>
              </INDIVIDUAL_ALIAS>
              <INDIVIDUAL_DATE_OF_BIRTH>
                <TYPE_OF_DATE>EXACT</TYPE_OF_DATE>
                <DATE>{person.Born}</DATE>
              </INDIVIDUAL_DATE_OF_BIRTH>
              <INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY/></INDIVIDUAL_PLACE_OF_BIRTH>
              <INDIVIDUAL_DOCUMENT/>
            </INDIVIDUAL>

        """;

    /// <summary>Three specimens.</summary>
    public static (string Reference, string Name, string Alias, string Born)[] People { get; } =
    [
        ("SPi.001", "UTOPIUS SPECIMENOWICZ", "ZEBULON FICTIVUS", "1961-03-02"),
        ("SPi.002", "BOGDAN SPECIMENKO", "BORYA MUSTERMANN", "1970-07-14"),
        ("SPi.003", "CARLOS SPECIMENEZ", "CARLITO NADIE", "1982-12-30"),
    ];
}
