using CsCheck;
using Rahdari.Casework.Htcds;

namespace Rahdari.Casework.Tests.Htcds;

/// <summary>What is written is read again whole, and written again to the same bytes.</summary>
public class RoundTripTests
{
    private const int Cases = 10_000, Batch = 100;

    [Fact]
    public void Ten_thousand_cases_go_through_JSON_and_tables_and_come_back_as_they_were()
    {
        var (done, fields, options) = (0, new HashSet<string>(), new HashSet<(string, string)>());
        Specimens.Case.Array[Batch].Sample(
            cases =>
            {
                foreach (var names in (HtcdsNames[])[HtcdsNames.Standard, HtcdsNames.Form])
                {
                    var table = Tables(cases, names);
                    var fromTable = Read(table);
                    Assert.Equal(cases, fromTable);
                    Assert.Equal(table.Values, Tables(fromTable, names).Values);
                    foreach (var form in (HtcdsJsonForm[])[HtcdsJsonForm.Lines, HtcdsJsonForm.Document])
                    {
                        var json = Json(cases, form, names);
                        var fromJson = Read(json);
                        Assert.Equal(cases, fromJson);
                        Assert.Equal(json, Json(fromJson, form, names));
                    }
                }
                Assert.Equal(Json(cases), Json(Read(Tables(Read(Json(cases))))));
                lock (fields)
                {
                    done += cases.Length;
                    foreach (var record in cases.SelectMany(told => HtcdsCase.Repeated.SelectMany(group => told[group]).Append(told.Main)))
                    {
                        foreach (var (name, value) in record.Values)
                        {
                            fields.Add(name);
                            if (HtcdsStandard.Find(record.Group, name)!.List is { } list)
                                options.UnionWith(value.Split(' ').Select(code => (list, code)));
                        }
                    }
                }
            },
            iter: Cases / Batch, threads: 1);
        Assert.Equal(Cases, done);
        Assert.Equal(HtcdsStandard.Fields.Select(field => field.Name).Order(), fields.Order());
        Assert.Superset(HtcdsStandard.Options.SelectMany(list => list.Value.Select(option => (list.Key, option.Code))).ToHashSet(), options);
    }

    private static byte[] Json(IReadOnlyList<HtcdsCase> cases, HtcdsJsonForm form = HtcdsJsonForm.Lines, HtcdsNames names = HtcdsNames.Standard)
    {
        var stream = new MemoryStream();
        HtcdsJsonWriter.Write(stream, cases, form, names);
        return stream.ToArray();
    }

    private static SortedDictionary<HtcdsGroup, byte[]> Tables(IReadOnlyList<HtcdsCase> cases, HtcdsNames names = HtcdsNames.Standard)
    {
        var streams = new SortedDictionary<HtcdsGroup, MemoryStream>();
        HtcdsCsvWriter.Write(group => streams[group] = new MemoryStream(), cases, names);
        return new(streams.ToDictionary(stream => stream.Key, stream => stream.Value.ToArray()));
    }

    private static HtcdsCase[] Read(byte[] json) => Cases_of(HtcdsJsonReader.Read(new MemoryStream(json)));

    private static HtcdsCase[] Read(SortedDictionary<HtcdsGroup, byte[]> tables) => Cases_of(HtcdsCsvReader.Read(group => new MemoryStream(tables[group])));

    private static HtcdsCase[] Cases_of(IEnumerable<HtcdsEntry> entries) => [.. entries.Select(entry => entry.Case ?? throw new InvalidOperationException(string.Join(", ", entry.Findings)))];
}
