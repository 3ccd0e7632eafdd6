using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MasterLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "trust_versions",
                columns: table => new
                {
                    publisher = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    root = table.Column<string>(type: "TEXT", nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false),
                    certificates = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    removed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trust_versions", x => new { x.publisher, x.number });
                });

            migrationBuilder.CreateTable(
                name: "trusted_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    publisher = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    key_fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    not_after = table.Column<long>(type: "INTEGER", nullable: false),
                    key_algorithm = table.Column<string>(type: "TEXT", nullable: false),
                    signature_algorithm = table.Column<string>(type: "TEXT", nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    encoded = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    until_version = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trusted_certificates", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_trusted_certificates_country_not_before",
                table: "trusted_certificates",
                columns: new[] { "country", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_trusted_certificates_publisher_fingerprint_from_version",
                table: "trusted_certificates",
                columns: new[] { "publisher", "fingerprint", "from_version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "trust_versions");

            migrationBuilder.DropTable(
                name: "trusted_certificates");
        }
    }
}
