using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Rahdari.Node.Identity.Storage;

/// <summary>The users' tables. Roles are claims of the user: what a role may do is stated in code, so there is no table of roles.</summary>
internal abstract class IdentityContext(DbContextOptions options) : IdentityUserContext<SiteUser>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<SiteUser>(user =>
        {
            user.ToTable("users");
            user.Property(u => u.Port).HasMaxLength(5);
            user.Property(u => u.Circle).HasMaxLength(16);
            user.Property(u => u.Organisation).HasMaxLength(16);
            user.Property(u => u.Language).HasMaxLength(2);
        });
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserClaim<string>>().ToTable("user_claims");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserLogin<string>>().ToTable("user_logins");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserToken<string>>().ToTable("user_tokens");
    }
}
