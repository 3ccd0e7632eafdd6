using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;

namespace Rahdari.Casework.Tests.Shelter;

/// <summary>Who has the database, its files or the site's key learns nothing of what a victim told.</summary>
public sealed class ExposureTests
{
    [Theory]
    [MemberData(nameof(ShelterSite.Engines), MemberType = typeof(ShelterSite))]
    public async Task The_whole_database_holds_nothing_that_a_victim_told_in_any_writing(string engine)
    {
        await using var site = await ShelterSite.FoundedAsync(engine);
        var file = await ToldByVictims.RecordAsync(site);
        // Read, changed, revoked and exported as well: nothing of that may leave a trace of the content either.
        Assert.True((await site.Get<VictimFiles>().ReadAsync(site.ClinicCabinet, file.Id, FileSection.Medical, Purpose.MedicalCare, site.Clinic)).Succeeded);
        Assert.True((await site.Get<VictimFiles>().ExportAsync(site.Cabinet, file.Id, Purpose.MedicalCare, "CLINIC-1", site.Amal)).Succeeded);
        Assert.Single((await site.Get<VictimFiles>().SearchAsync(site.Cabinet, "quetzal", site.Amal)).Value!);
        var consent = Assert.Single((await site.Get<ConsentRegister>().ListAsync(site.Cabinet, file.Id, site.Amal)).Value!);
        Assert.True((await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Succeeded);

        var all = engine == ShelterSite.Postgres ? await DumpAsync(site.Connection!) : RawFiles(site.File);
        Assert.True(Holds(all, file.Pseudonym), "The dump does not even hold the pseudonym.");
        foreach (var value in ToldByVictims.Values.Append(ShelterSite.Passphrase).Append(site.RecoveryCode).Append(site.RecoveryCode.Replace("-", "")))
            Assert.False(Holds(all, value), value);
    }

    [Fact]
    public void The_search_of_a_dump_finds_what_is_there_in_every_writing()
    {
        const string Value = "SPECIMEN QUETZAL";
        byte[][] writings =
        [
            Encoding.UTF8.GetBytes($"x{Value}x"), Encoding.Unicode.GetBytes(Value), Encoding.BigEndianUnicode.GetBytes(Value), Encoding.UTF8.GetBytes(Value.ToLowerInvariant()),
            Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Value))), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.Unicode.GetBytes(Value))),
            .. Enumerable.Range(0, 3).Select(i => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', i) + Value + "bc")))),
        ];
        foreach (var writing in writings)
            Assert.True(Holds(writing, Value), Encoding.Latin1.GetString(writing));
        Assert.False(Holds(Encoding.UTF8.GetBytes("nothing of the kind"), Value));
    }

    [Fact]
    public async Task With_the_database_and_the_site_s_key_and_no_passphrase_no_section_opens()
    {
        await using var site = await ShelterSite.FoundedAsync();
        await ToldByVictims.RecordAsync(site);
        await using var db = site.Open();
        var sections = await db.Sections.AsNoTracking().ToListAsync();
        Assert.Equal(Enum.GetValues<FileSection>().Length, sections.Count);
        // Every 32 bytes that stand anywhere in the rows, and in the site's files, are tried as the key of every section, of the wraps and of what is the organisation's own.
        var wraps = await db.Wraps.AsNoTracking().Where(w => w.Organisation == "DAR-1").ToListAsync();
        Assert.Equal(sections.Count, wraps.Count);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Code == "DAR-1");
        var material = new List<byte[]> { site.SigningKey, organisation.PublicKey, organisation.Roster };
        material.AddRange(sections.Select(s => s.Content));
        material.AddRange(wraps.Select(w => w.Wrapped));
        foreach (var member in await db.Members.AsNoTracking().ToListAsync())
            material.AddRange([member.PrivateKey, member.PublicKey, member.Keyring!]);
        var tried = 0;
        foreach (var bytes in material)
        {
            for (var i = 0; i + Sealing.KeyLength <= bytes.Length; i++)
            {
                var key = bytes.AsSpan(i, Sealing.KeyLength);
                foreach (var section in sections)
                    Assert.False(Sealing.TryOpen(key, KeyChange.Belongs(section), section.Content, out _));
                foreach (var wrap in wraps)
                    Assert.False(Sealing.TryOpen(key, $"DAR-1|{organisation.KeyId:N}|{KeyChange.Wrapping(wrap.FileId, wrap.Section, wrap.KeyId)}", wrap.Wrapped, out _));
                Assert.False(Sealing.TryOpen(key, $"DAR-1|{organisation.KeyId:N}|roster", organisation.Roster, out _));
                tried++;
            }
        }
        Assert.True(tried > 10_000);
        // The private keys do not open with what stands in the database or belongs to the account.
        foreach (var member in await db.Members.AsNoTracking().ToListAsync())
        {
            foreach (var guess in new[] { "", member.Name, member.Organisation, organisation.Name, organisation.Contact, $"{organisation.KeyId}", Convert.ToBase64String(site.SigningKey) })
                Assert.Null(KeyPair.Unlocked(member.PrivateKey, guess));
            Assert.ThrowsAny<CryptographicException>(() =>
            {
                using var rsa = RSA.Create();
                rsa.ImportPkcs8PrivateKey(member.PrivateKey, out _);
            });
        }
    }

    [Fact]
    public async Task The_roles_of_the_border_and_of_the_police_are_refused_by_the_database_itself()
    {
        await using var site = await ShelterSite.FoundedAsync(ShelterSite.Postgres);
        await ToldByVictims.RecordAsync(site);
        await site.MakeRolesAsync(); // On a site that runs, and again.
        List<string> tables = [];
        await using (var superuser = new NpgsqlConnection(site.Connection))
        {
            await superuser.OpenAsync();
            await using var list = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'shelter' UNION ALL SELECT 'casework.cases'", superuser);
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }
        Assert.True(tables.Count > 15);
        foreach (var role in new[] { "rahdari_border", "rahdari_casework" })
        {
            foreach (var table in tables.Where(t => role == "rahdari_border" || t.StartsWith("shelter.", StringComparison.Ordinal)))
            {
                foreach (var statement in new[] { $"SELECT * FROM {table}", $"DELETE FROM {table}", $"GRANT SELECT ON {table} TO {role}" })
                    Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(site.As(role), statement))).SqlState);
            }
            foreach (var statement in new[] { "CREATE TABLE shelter.mine (a int)", "CREATE TABLE public.mine (a int)", "CREATE SCHEMA mine", "SET ROLE rahdari_shelter", "GRANT rahdari_shelter TO CURRENT_USER" })
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(site.As(role), statement))).SqlState);
        }
        // The shelter's role sees no case, and the site works with these roles.
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(site.As("rahdari_shelter"), "SELECT * FROM casework.cases"))).SqlState);
        await site.FileAsync();
    }

    [Fact]
    public async Task A_function_goes_to_the_role_with_its_schema_and_a_membership_given_before_is_taken_back()
    {
        await using var site = await ShelterSite.FoundedAsync(ShelterSite.Postgres);
        await using var superuser = new NpgsqlConnection(site.Connection);
        await superuser.OpenAsync();
        // In one transaction that is not committed: roles belong to the whole server.
        await using var transaction = await superuser.BeginTransactionAsync();
        await DoAsync("SELECT pg_advisory_xact_lock(hashtext('rahdari-roles'))");
        await DoAsync("CREATE FUNCTION border.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        await DoAsync("GRANT rahdari_shelter TO rahdari_border");
        Assert.Equal(true, await DoAsync("SELECT pg_has_role('rahdari_border', 'rahdari_shelter', 'MEMBER')"));
        await DoAsync(await CaseworkSite.RolesAsync());
        Assert.Equal(false, await DoAsync("SELECT pg_has_role('rahdari_border', 'rahdari_shelter', 'MEMBER')"));
        Assert.Equal("rahdari_border", await DoAsync("SELECT pg_get_userbyid(proowner)::text FROM pg_proc WHERE proname = 'mine'"));
        Assert.Equal(false, await DoAsync("SELECT has_function_privilege('rahdari_shelter', 'border.mine()', 'EXECUTE')"));

        async Task<object?> DoAsync(string statement)
        {
            await using var command = new NpgsqlCommand(statement, superuser, transaction);
            return await command.ExecuteScalarAsync();
        }
    }

    private static async Task RunAsync(string connection, string statement)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(statement, opened);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every row of every table as the superuser reads it: as text, and what is binary as bytes too.</summary>
    private static async Task<byte[]> DumpAsync(string connection)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        List<string> tables = [];
        await using (var list = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", opened))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }
        Assert.Contains("shelter.shelter_sections", tables);
        Assert.Contains("casework.casework_ledger", tables);
        using var dump = new MemoryStream();
        foreach (var table in tables)
        {
            await using var rows = new NpgsqlCommand($"SELECT t::text, t.* FROM {table} t", opened);
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                dump.Write(Encoding.UTF8.GetBytes(reader.GetString(0)));
                for (var i = 1; i < reader.FieldCount; i++)
                {
                    if (reader.GetValue(i) is byte[] bytes)
                        dump.Write(bytes);
                }
            }
        }
        return dump.ToArray();
    }

    /// <summary>The bytes of the database's file, of its log and of whatever else lies beside it.</summary>
    private static byte[] RawFiles(string file)
    {
        // While the site runs: once its connections close the log is emptied, and what stood there would not be searched.
        Assert.True(new FileInfo($"{file}-wal").Length > 0);
        using var all = new MemoryStream();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file)!))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.CopyTo(all);
        }
        return all.ToArray();
    }

    private static bool Holds(byte[] all, string value)
    {
        foreach (var text in new[] { value, value.ToLowerInvariant(), value.ToUpperInvariant() })
        {
            foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text) })
            {
                if (Has(bytes) || Has(Encoding.ASCII.GetBytes(Convert.ToHexString(bytes))) || Has(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes))))
                    return true;
                for (var before = 0; before < 3; before++)
                {
                    // The signs that do not depend on what stands before and after.
                    var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
                    var sure = encoded[(before == 0 ? 0 : before + 1)..((before + bytes.Length) / 3 * 4)];
                    if (Has(Encoding.ASCII.GetBytes(sure)))
                        return true;
                }
            }
        }
        return false;

        bool Has(byte[] needle) => all.AsSpan().IndexOf(needle) >= 0;
    }
}
