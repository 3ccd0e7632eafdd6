using System.Text;
using Parquet;
using Parquet.Schema;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Tests.Crossings;

/// <summary>Whatever bytes a legacy file holds, its reading ends in records, rejects and errors, within bounds of memory.</summary>
public class LegacyFileFuzzTests
{
    private const int Rounds = 400;
    private const long MostBytes = 256L << 20;

    private static readonly byte[] Table = Encoding.UTF8.GetBytes(
        "key,surname,nationality,issuingState,documentNumber,direction,at,port,dateOfBirth,permittedUntil\n1,SPECIMEN,UTO,UTO,SPC1,entry,2024-01-02T03:04:05Z,PKKHI,1990-XX-14,2024-02-01\n\"2\",\"SPEC\"\"IMEN\",D,DEU,SPC2,exit,2024-01-02 03:04,PKKHI,1990,\n");

    private static readonly byte[] Mapping = Encoding.UTF8.GetBytes("""{"columns": {"surname": "NAME"}, "delimiter": ";", "dates": ["dd/MM/yyyy"], "ports": {"KHI": "PKKHI"}, "sexes": {"1": "F"}, "encoding": "windows-1256"}""");

    [Fact]
    public async Task Any_bytes_in_the_place_of_a_table() => await FuzzAsync(Table);

    [Fact]
    public async Task Any_bytes_in_the_place_of_a_Parquet_file() => await FuzzAsync(await ParquetAsync());

    [Fact]
    public void Any_bytes_in_the_place_of_a_mapping()
    {
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            var errors = new ListErrors();
            var mapping = LegacyMapping.Read("mapping.json", Mutated(Mapping, random), errors);
            Assert.Equal(errors.Any, mapping is null);
        }
    }

    private static async Task FuzzAsync(byte[] seed)
    {
        var random = new Random(42);
        var records = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes();
            using var bytes = new MemoryStream(round == 0 ? seed : Mutated(seed, random));
            using var file = await LegacyFile.OpenAsync("fuzz", bytes, LegacyMapping.None, TestContext.Current.CancellationToken);
            if (file.Failure is null)
            {
                var reader = new LegacyCrossingReader(LegacyMapping.None, file.Header!, "fuzz", "fuzz", "khi-1", TimeZoneInfo.Utc, TestSite.Start);
                while (reader.Missing() is null && await file.NextAsync(TestContext.Current.CancellationToken))
                {
                    var read = file.Problem is null ? reader.Read(file.Fields, file.Place, out var error) : null;
                    records += read is null ? 0 : 1;
                    Assert.NotNull(file.Original());
                }
            }
            Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostBytes);
        }
        Assert.True(records >= 2, $"{records}");
    }

    private static byte[] Mutated(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.Insert(at, (byte)"\",\n\r\0\u00FF;{"[random.Next(8)]); break;
                case 2: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 9))); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 40)))); break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }
        return [.. bytes];
    }

    private static async Task<byte[]> ParquetAsync()
    {
        var fields = new[] { "key", "surname", "nationality", "issuingState", "documentNumber", "direction", "at", "port" }.Select(n => new DataField<string>(n)).ToArray();
        string[][] values = [["1", "2"], ["SPECIMEN", "SPECIMEN"], ["UTO", "D"], ["UTO", "D"], ["SPC1", "SPC2"], ["entry", "exit"], ["2024-01-02T03:04:05Z", "2024-01-02 03:04"], ["PKKHI", "PKISB"]];
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream))
        {
            using var group = writer.CreateRowGroup();
            foreach (var (field, value) in fields.Zip(values))
                await group.WriteAsync(field, value);
            group.CompleteValidate();
        }
        return stream.ToArray();
    }
}
