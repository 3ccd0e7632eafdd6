using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Casework.Shelter.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Shelter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "shelter_alerts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    alert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", nullable: true),
                    subject_id = table.Column<string>(type: "TEXT", nullable: true),
                    port = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_beds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<string>(type: "TEXT", nullable: false),
                    shelter = table.Column<string>(type: "TEXT", nullable: false),
                    room = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    suitability = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_beds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    is_refusal = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    details = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_consents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pseudonym = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_ledger",
                columns: table => new
                {
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_ledger", x => new { x.node, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "shelter_ledger_heads",
                columns: table => new
                {
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_ledger_heads", x => x.node);
                });

            migrationBuilder.CreateTable(
                name: "shelter_members",
                columns: table => new
                {
                    organisation = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    private_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    keyring = table.Column<byte[]>(type: "BLOB", nullable: true),
                    enrolled_at = table.Column<long>(type: "INTEGER", nullable: false),
                    wrong_tries = table.Column<int>(type: "INTEGER", nullable: false),
                    next_try_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_members", x => new { x.organisation, x.name });
                });

            migrationBuilder.CreateTable(
                name: "shelter_organisations",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    contact = table.Column<string>(type: "TEXT", nullable: false),
                    founded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    roster = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_organisations", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "shelter_police_alerts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    circle = table.Column<string>(type: "TEXT", nullable: false),
                    pseudonym = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_police_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    offered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    message = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_referrals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_sections",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    section = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    key_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    written_by = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_sections", x => new { x.file_id, x.section });
                });

            migrationBuilder.CreateTable(
                name: "shelter_stays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<string>(type: "TEXT", nullable: false),
                    bed_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    details = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_stays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_waiting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<string>(type: "TEXT", nullable: false),
                    shelter = table.Column<string>(type: "TEXT", nullable: false),
                    suitability = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    details = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_waiting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_wraps",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    section = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    organisation = table.Column<string>(type: "TEXT", nullable: false),
                    key_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_key_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_wraps", x => new { x.file_id, x.section, x.organisation });
                });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_alerts_to_at",
                table: "shelter_alerts",
                columns: new[] { "to", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_audit_at",
                table: "shelter_audit",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_audit_subject_id_at",
                table: "shelter_audit",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_beds_organisation_shelter",
                table: "shelter_beds",
                columns: new[] { "organisation", "shelter" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_consents_file_id",
                table: "shelter_consents",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_files_owner",
                table: "shelter_files",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_files_pseudonym",
                table: "shelter_files",
                column: "pseudonym",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shelter_ledger_id",
                table: "shelter_ledger",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shelter_police_alerts_circle_at",
                table: "shelter_police_alerts",
                columns: new[] { "circle", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_referrals_file_id",
                table: "shelter_referrals",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_referrals_to",
                table: "shelter_referrals",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_stays_bed_id_from",
                table: "shelter_stays",
                columns: new[] { "bed_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_stays_organisation",
                table: "shelter_stays",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_waiting_organisation_since",
                table: "shelter_waiting",
                columns: new[] { "organisation", "since" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_wraps_organisation",
                table: "shelter_wraps",
                column: "organisation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "shelter_alerts");

            migrationBuilder.DropTable(
                name: "shelter_audit");

            migrationBuilder.DropTable(
                name: "shelter_beds");

            migrationBuilder.DropTable(
                name: "shelter_consents");

            migrationBuilder.DropTable(
                name: "shelter_files");

            migrationBuilder.DropTable(
                name: "shelter_ledger");

            migrationBuilder.DropTable(
                name: "shelter_ledger_heads");

            migrationBuilder.DropTable(
                name: "shelter_members");

            migrationBuilder.DropTable(
                name: "shelter_organisations");

            migrationBuilder.DropTable(
                name: "shelter_police_alerts");

            migrationBuilder.DropTable(
                name: "shelter_referrals");

            migrationBuilder.DropTable(
                name: "shelter_sections");

            migrationBuilder.DropTable(
                name: "shelter_stays");

            migrationBuilder.DropTable(
                name: "shelter_waiting");

            migrationBuilder.DropTable(
                name: "shelter_wraps");
        }
    }
}
