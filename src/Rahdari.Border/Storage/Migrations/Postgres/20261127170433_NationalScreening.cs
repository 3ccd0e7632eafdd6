using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NationalScreening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "form",
                schema: "border",
                table: "watchlist_versions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "held",
                schema: "border",
                table: "watchlist_imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "before",
                schema: "border",
                table: "hits",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "run_id",
                schema: "border",
                table: "hits",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "vetted_id",
                schema: "border",
                table: "hits",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "rescreenings",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    against = table.Column<string>(type: "text", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    alerts = table.Column<int>(type: "integer", nullable: false),
                    failed = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<Guid>(type: "uuid", nullable: false),
                    worker = table.Column<Guid>(type: "uuid", nullable: false),
                    worked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rescreenings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "screening_policies",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    based_on = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    is_wide = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening_policies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vetted_decisions",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    encounter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    date_of_birth = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    nationality = table.Column<string>(type: "text", nullable: false),
                    sex = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    personal_number = table.Column<string>(type: "text", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    list_version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    entry_name = table.Column<string>(type: "text", nullable: false),
                    entry_hash = table.Column<string>(type: "text", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by = table.Column<string>(type: "text", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vetted_decisions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_watchlist_entries_list_from_version",
                schema: "border",
                table: "watchlist_entries",
                columns: new[] { "list", "from_version" });

            migrationBuilder.CreateIndex(
                name: "ix_hits_run_id_state",
                schema: "border",
                table: "hits",
                columns: new[] { "run_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_hits_vetted_id",
                schema: "border",
                table: "hits",
                column: "vetted_id");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_at",
                schema: "border",
                table: "crossings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_rescreenings_started_at",
                schema: "border",
                table: "rescreenings",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_screening_policies_number",
                schema: "border",
                table: "screening_policies",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vetted_decisions_at",
                schema: "border",
                table: "vetted_decisions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_vetted_decisions_hit_id",
                schema: "border",
                table: "vetted_decisions",
                column: "hit_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vetted_decisions_traveller_id",
                schema: "border",
                table: "vetted_decisions",
                column: "traveller_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rescreenings",
                schema: "border");

            migrationBuilder.DropTable(
                name: "screening_policies",
                schema: "border");

            migrationBuilder.DropTable(
                name: "vetted_decisions",
                schema: "border");

            migrationBuilder.DropIndex(
                name: "ix_watchlist_entries_list_from_version",
                schema: "border",
                table: "watchlist_entries");

            migrationBuilder.DropIndex(
                name: "ix_hits_run_id_state",
                schema: "border",
                table: "hits");

            migrationBuilder.DropIndex(
                name: "ix_hits_vetted_id",
                schema: "border",
                table: "hits");

            migrationBuilder.DropIndex(
                name: "ix_crossings_at",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "form",
                schema: "border",
                table: "watchlist_versions");

            migrationBuilder.DropColumn(
                name: "held",
                schema: "border",
                table: "watchlist_imports");

            migrationBuilder.DropColumn(
                name: "before",
                schema: "border",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "run_id",
                schema: "border",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "vetted_id",
                schema: "border",
                table: "hits");
        }
    }
}
