using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;

namespace Rahdari.Links.Pki;

/// <summary>The authority with its key, while one process alone has it: what is read from the register cannot change meanwhile.</summary>
internal sealed class OpenAuthority : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private const int Steps = 100;

    private readonly FileStream held;
    private readonly byte[] invitations;

    private OpenAuthority(AuthorityFolder folder, FileStream held, ECDsa key, X509Certificate2 certificate, byte[] invitations, NodeRegister register) =>
        (Folder, this.held, Key, Certificate, this.invitations, Register) = (folder, held, key, certificate, invitations, register);

    public AuthorityFolder Folder { get; }

    public ECDsa Key { get; }

    public X509Certificate2 Certificate { get; }

    /// <summary>The register as it is.</summary>
    public NodeRegister Register { get; private set; }

    /// <summary>Makes an authority; the folder is seen whole or not at all. Whoever calls has looked that none is there.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="country">Whose.</param>
    /// <param name="subject">The authority's name.</param>
    /// <param name="token">The token that shall hold the key; null for a file.</param>
    /// <param name="now">UTC.</param>
    /// <param name="record">Records that it is made, before it can be used.</param>
    public static async Task<Finding?> MakeAsync(AuthorityFolder folder, string country, X500DistinguishedName subject, TokenReference? token, DateTimeOffset now, Func<Task> record)
    {
        var made = new AuthorityFolder($"{folder.Path}.{Guid.NewGuid():N}.partial");
        // What a power cut left of an earlier one holds a key that nobody knows of.
        foreach (var left in Directory.GetDirectories(Path.GetDirectoryName(folder.Path)!, $"{AuthorityFolder.Name}.*.partial"))
            Directory.Delete(left, recursive: true);
        PrivateFiles.MakeFolder(made.Path);
        try
        {
            var newKey = AuthorityKey.Make(made, token);
            if (!newKey.Succeeded)
                return newKey.Problem;
            using (var key = newKey.Value)
            {
                using var certificate = CertificateForms.Authority(key, subject, now);
                var register = new NodeRegister(NodeRegister.FormatName, 1, now, country, 1, [], []);
                PrivateFiles.Create(made.InvitationKeyFile, Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(InvitationKeyBytes))));
                PrivateFiles.Create(made.RegisterFile, RegisterFile.Write(register, key));
                PrivateFiles.Create(made.RevocationFile, Encoding.ASCII.GetBytes(NodeRevocations.Pem(NodeRevocations.Build(register, key, certificate))), isPublic: true);
                PrivateFiles.Create(made.CertificateFile, Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n"), isPublic: true);
                PrivateFiles.Create(made.LockFile, []);
            }
            PrivateFiles.SyncFolder(made.Path);
            await record();
            Directory.Move(made.Path, folder.Path);
            PrivateFiles.SyncFolder(Path.GetDirectoryName(folder.Path)!);
        }
        finally
        {
            if (Directory.Exists(made.Path))
                Directory.Delete(made.Path, recursive: true);
        }
        return null;
    }

    private const int InvitationKeyBytes = 32;

    /// <summary>Opens the authority; waits a few seconds where another process has it.</summary>
    public static async Task<Answer<OpenAuthority>> OpenAsync(AuthorityFolder folder, CancellationToken cancellation)
    {
        if (!folder.Exists)
            return LinksRule.AuthorityNotFound.Broken(null, ("folder", folder.Path));
        if ((PrivateFiles.LooseFolder(folder.Path) ?? PrivateFiles.Loose(folder.InvitationKeyFile)) is { } loose)
            return loose;
        if (await HoldAsync(folder, cancellation) is not { } held)
            return LinksRule.Busy.Broken(null, ("folder", folder.Path));
        var opened = Read(folder, held);
        if (!opened.Succeeded)
            await held.DisposeAsync();
        return opened;
    }

    /// <summary>The authority's certificate, or why it cannot be used.</summary>
    public static Answer<X509Certificate2> ReadCertificate(string file)
    {
        const int Largest = 64 * 1024;
        if (PrivateFiles.Read(file, Largest) is not { } bytes || CertificateChecks.Read(bytes) is not { } certificate)
            return LinksRule.AuthorityInvalid.Broken(null, ("file", file), ("reason", "it is no certificate"));
        if (CertificateChecks.RefuseAuthority(certificate) is not { } reason)
            return certificate;
        certificate.Dispose();
        return LinksRule.AuthorityInvalid.Broken(null, ("file", file), ("reason", reason));
    }

    /// <summary>The code of an invitation: made anew each time, kept nowhere.</summary>
    public EnrolmentCode CodeOf(Invitation invitation)
    {
        var secret = HMACSHA256.HashData(invitations, ProofOfParts.Joined("rahdari invitation", invitation.Nonce, Encoding.UTF8.GetBytes(invitation.Node), Encoding.UTF8.GetBytes(invitation.Port)));
        return EnrolmentCode.Of(secret, Certificate.RawDataMemory.Span);
    }

    /// <summary>Puts a changed register in the place of the one before, and its revocation list after it; both are durable when it returns.</summary>
    public void Save(NodeRegister changed, DateTimeOffset now)
    {
        var next = changed with { Number = Register.Number + 1, ChangedAt = now, RevocationNumber = RisingNumber.After(Register.RevocationNumber, now) };
        PrivateFiles.Replace(Folder.RegisterFile, RegisterFile.Write(next, Key));
        Register = next;
        WriteRevocations();
    }

    /// <summary>The revocation list of the register as it is; made and written anew where a power cut came between the register and it.</summary>
    public byte[] Revocations()
    {
        var list = NodeRevocations.ReadFile(Folder.RevocationFile, Certificate);
        return list is not null && list.Number == Register.RevocationNumber ? list.Encoded.ToArray() : WriteRevocations();
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(invitations);
        Key.Dispose();
        Certificate.Dispose();
        held.Dispose();
    }

    private byte[] WriteRevocations()
    {
        var list = NodeRevocations.Build(Register, Key, Certificate);
        PrivateFiles.Replace(Folder.RevocationFile, Encoding.ASCII.GetBytes(NodeRevocations.Pem(list)), isPublic: true);
        return list;
    }

    private static async Task<FileStream?> HoldAsync(AuthorityFolder folder, CancellationToken cancellation)
    {
        for (var step = 0; ; step++)
        {
            try
            {
                return new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (step < Steps)
            {
                await Task.Delay(Step, cancellation);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    private static Answer<OpenAuthority> Read(AuthorityFolder folder, FileStream held)
    {
        var certificate = ReadCertificate(folder.CertificateFile);
        if (!certificate.Succeeded)
            return certificate.Problem;
        var key = AuthorityKey.Open(folder);
        if (!key.Succeeded)
        {
            certificate.Value.Dispose();
            return key.Problem;
        }
        var invitations = new byte[InvitationKeyBytes + 1];
        Finding? problem = null;
        if (!key.Value.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.Value.PublicKey.ExportSubjectPublicKeyInfo()))
            problem = LinksRule.AuthorityInvalid.Broken(null, ("file", folder.CertificateFile), ("reason", "it is not of the authority's key"));
        else if (!File.Exists(folder.InvitationKeyFile) || !Convert.TryFromBase64String(File.ReadAllText(folder.InvitationKeyFile).Trim(), invitations, out var length) || length != InvitationKeyBytes)
            problem = LinksRule.KeyUnreadable.Broken(null, ("file", folder.InvitationKeyFile), ("reason", $"it holds no key of {InvitationKeyBytes} bytes"));
        var register = problem is not null ? problem : ReadRegister(folder, certificate.Value);
        if (register.Succeeded)
            return new OpenAuthority(folder, held, key.Value, certificate.Value, invitations[..InvitationKeyBytes], register.Value);
        key.Value.Dispose();
        certificate.Value.Dispose();
        return register.Problem;
    }

    /// <summary>The register in the authority's folder.</summary>
    public static Answer<NodeRegister> ReadRegister(AuthorityFolder folder, X509Certificate2 certificate)
    {
        return PrivateFiles.Read(folder.RegisterFile, RegisterFile.Largest) is { } bytes
            ? RegisterFile.Read(bytes, certificate)
            : LinksRule.RegisterInvalid.Broken(null, ("field", "$"), ("rule", $"the file is not there, or has more than {RegisterFile.Largest} bytes"));
    }
}
