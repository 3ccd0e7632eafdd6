using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Casework.Shelter.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Shelter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "shelter");

            migrationBuilder.CreateTable(
                name: "shelter_alerts",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    alert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_audit",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject_kind = table.Column<string>(type: "text", nullable: true),
                    subject_id = table.Column<string>(type: "text", nullable: true),
                    port = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_beds",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    shelter = table.Column<string>(type: "text", nullable: false),
                    room = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    suitability = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_beds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_consents",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    is_refusal = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    details = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_consents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_files",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pseudonym = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_ledger",
                schema: "shelter",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_ledger", x => new { x.node, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "shelter_ledger_heads",
                schema: "shelter",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_ledger_heads", x => x.node);
                });

            migrationBuilder.CreateTable(
                name: "shelter_members",
                schema: "shelter",
                columns: table => new
                {
                    organisation = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    private_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    keyring = table.Column<byte[]>(type: "bytea", nullable: true),
                    enrolled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    wrong_tries = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_members", x => new { x.organisation, x.name });
                });

            migrationBuilder.CreateTable(
                name: "shelter_organisations",
                schema: "shelter",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    contact = table.Column<string>(type: "text", nullable: false),
                    founded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    roster = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_organisations", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "shelter_police_alerts",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    circle = table.Column<string>(type: "text", nullable: false),
                    pseudonym = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_police_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_referrals",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    message = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_referrals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_sections",
                schema: "shelter",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_sections", x => new { x.file_id, x.section });
                });

            migrationBuilder.CreateTable(
                name: "shelter_stays",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    bed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    details = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_stays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_waiting",
                schema: "shelter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    shelter = table.Column<string>(type: "text", nullable: false),
                    suitability = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    details = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_waiting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shelter_wraps",
                schema: "shelter",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shelter_wraps", x => new { x.file_id, x.section, x.organisation });
                });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_alerts_to_at",
                schema: "shelter",
                table: "shelter_alerts",
                columns: new[] { "to", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_audit_at",
                schema: "shelter",
                table: "shelter_audit",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_audit_subject_id_at",
                schema: "shelter",
                table: "shelter_audit",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_beds_organisation_shelter",
                schema: "shelter",
                table: "shelter_beds",
                columns: new[] { "organisation", "shelter" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_consents_file_id",
                schema: "shelter",
                table: "shelter_consents",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_files_owner",
                schema: "shelter",
                table: "shelter_files",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_files_pseudonym",
                schema: "shelter",
                table: "shelter_files",
                column: "pseudonym",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shelter_ledger_id",
                schema: "shelter",
                table: "shelter_ledger",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shelter_police_alerts_circle_at",
                schema: "shelter",
                table: "shelter_police_alerts",
                columns: new[] { "circle", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_referrals_file_id",
                schema: "shelter",
                table: "shelter_referrals",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_referrals_to",
                schema: "shelter",
                table: "shelter_referrals",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_stays_bed_id_from",
                schema: "shelter",
                table: "shelter_stays",
                columns: new[] { "bed_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_stays_organisation",
                schema: "shelter",
                table: "shelter_stays",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_shelter_waiting_organisation_since",
                schema: "shelter",
                table: "shelter_waiting",
                columns: new[] { "organisation", "since" });

            migrationBuilder.CreateIndex(
                name: "ix_shelter_wraps_organisation",
                schema: "shelter",
                table: "shelter_wraps",
                column: "organisation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "shelter_alerts",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_audit",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_beds",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_consents",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_files",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_ledger",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_ledger_heads",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_members",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_organisations",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_police_alerts",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_referrals",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_sections",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_stays",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_waiting",
                schema: "shelter");

            migrationBuilder.DropTable(
                name: "shelter_wraps",
                schema: "shelter");
        }
    }
}
