using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rahdari.Node.Tests.Api;

/// <summary>Deny by default: who may call what stands in this table and nowhere else in the tests.</summary>
public sealed partial class AccessTests
{
    /// <summary>Open to everyone, whoever they are. Assets (paths with a file's ending) are, too.</summary>
    private static readonly string[] Anonymous = ["/api/v1/session", "/health/live", "/health/ready", "/sign-in", "/not-found", "/error", "/language/{language}", "/strategy", "/strategy/contribute/{Number}", "/strategy/withdraw"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["GET /api/v1/session"] = [.. Roles.All],
        ["DELETE /api/v1/session"] = [.. Roles.All],
        ["GET /api/v1/site"] = [.. Roles.All],
        ["POST /api/v1/documents/inspection"] = [.. Roles.All],
        ["POST /api/v1/encounters"] = [Roles.Officer, Roles.Supervisor],
        ["GET /api/v1/encounters/{id:guid}"] = [Roles.Officer, Roles.Supervisor],
        ["GET /api/v1/encounters/waiting"] = [Roles.Supervisor],
        ["POST /api/v1/encounters/{id:guid}/chip"] = [Roles.Officer, Roles.Supervisor],
        ["POST /api/v1/encounters/{id:guid}/page"] = [Roles.Officer, Roles.Supervisor],
        ["POST /api/v1/encounters/{id:guid}/visual-zone"] = [Roles.Officer, Roles.Supervisor],
        ["POST /api/v1/encounters/{id:guid}/visa"] = [Roles.Officer, Roles.Supervisor],
        ["GET /api/v1/encounters/{id:guid}/page-portrait"] = [Roles.Officer, Roles.Supervisor],
        ["GET /api/v1/encounters/{id:guid}/portrait"] = [Roles.Officer, Roles.Supervisor],
        ["POST /api/v1/encounters/{id:guid}/decision"] = [Roles.Officer, Roles.Supervisor],
        ["GET /api/v1/hits"] = [Roles.Supervisor],
        ["POST /api/v1/hits/{id:guid}/resolution"] = [Roles.Supervisor],
        ["GET /api/v1/vetted"] = [Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/vetted/{id:guid}"] = [Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/vetted/{id:guid}/withdrawal"] = [Roles.Supervisor],
        ["GET /api/v1/links"] = [Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/links/{id:guid}"] = [Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/links/{id:guid}/confirmation"] = [Roles.Supervisor],
        ["POST /api/v1/links/{id:guid}/rejection"] = [Roles.Supervisor],
        ["POST /api/v1/links/{id:guid}/undoing"] = [Roles.Supervisor],
        ["GET /api/v1/rescreenings"] = [Roles.Supervisor, Roles.WatchlistManager, Roles.Auditor],
        ["POST /api/v1/rescreenings"] = [Roles.Supervisor, Roles.WatchlistManager],
        ["GET /api/v1/rescreenings/{id:guid}"] = [Roles.Supervisor, Roles.WatchlistManager, Roles.Auditor],
        ["POST /api/v1/rescreenings/{id:guid}/cancellation"] = [Roles.Supervisor, Roles.WatchlistManager],
        ["POST /api/v1/rescreenings/{id:guid}/resumption"] = [Roles.Supervisor, Roles.WatchlistManager],
        ["GET /api/v1/rescreenings/alerts"] = [Roles.Supervisor],
        ["GET /api/v1/travellers/{id:guid}"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/crossings"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/crossings/{id:guid}"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/crossings/{id:guid}/corrections"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/crossings/{id:guid}/corrections"] = [Roles.Supervisor],
        ["GET /api/v1/conveyances"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/stays"] = [Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/retention"] = [Roles.Administrator, Roles.Auditor],
        ["GET /api/v1/retention/versions"] = [Roles.Administrator, Roles.Auditor],
        ["POST /api/v1/retention/versions"] = [Roles.Administrator],
        ["GET /api/v1/retention/plan"] = [Roles.Administrator, Roles.Auditor],
        ["GET /api/v1/legal-holds"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/legal-holds"] = [Roles.Administrator],
        ["GET /api/v1/legal-holds/{number:int}"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/legal-holds/{number:int}/lifting"] = [Roles.Administrator],
        ["POST /api/v1/legal-holds/{number:int}/lifting/agreement"] = [Roles.Administrator, Roles.Supervisor],
        ["GET /api/v1/exit-orders"] = [Roles.ExitControl, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/exit-orders"] = [Roles.ExitControl],
        ["GET /api/v1/exit-orders/{number:int}"] = [Roles.ExitControl, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/exit-orders/{number:int}/lifting"] = [Roles.ExitControl],
        ["POST /api/v1/exit-orders/{number:int}/lifting/agreement"] = [Roles.ExitControl, Roles.Supervisor],
        ["GET /api/v1/travel-consents"] = [Roles.ExitControl, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/travel-consents"] = [Roles.ExitControl, Roles.Supervisor],
        ["POST /api/v1/travel-consents/{id:guid}/revocation"] = [Roles.ExitControl, Roles.Supervisor],
        ["GET /api/v1/emigration-clearances"] = [Roles.ExitControl, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/emigration-clearances"] = [Roles.ExitControl, Roles.EmigrationGateway],
        ["POST /api/v1/emigration-clearances/{id:guid}/revocation"] = [Roles.ExitControl, Roles.EmigrationGateway],
        ["GET /api/v1/help-contacts"] = [.. Roles.All],
        ["PUT /api/v1/help-contacts"] = [Roles.ExitControl],
        ["POST /api/v1/permissions"] = [Roles.VisaOfficer],
        ["GET /api/v1/permissions"] = [Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/permissions/{id:guid}"] = [Roles.VisaOfficer, Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/permissions/{id:guid}/revocation"] = [Roles.VisaOfficer],
        ["POST /api/v1/extensions"] = [Roles.VisaOfficer],
        ["GET /api/v1/extensions"] = [Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/extensions/{id:guid}/revocation"] = [Roles.VisaOfficer],
        ["GET /api/v1/entry-rules"] = [Roles.VisaOfficer, Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/entry-rules/versions"] = [Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/entry-rules/versions"] = [Roles.VisaOfficer],
        ["GET /api/v1/indicators"] = [Roles.WatchlistManager, Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/indicators/versions"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/indicators/versions"] = [Roles.WatchlistManager],
        ["GET /api/v1/indicators/indications"] = [Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/encounters/{id:guid}/journey"] = [Roles.Officer, Roles.Supervisor],
        ["GET /api/v1/crossings/export"] = [Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/screenings"] = [Roles.Officer, Roles.Supervisor, Roles.WatchlistManager],
        ["POST /api/v1/screenings/comparison"] = [Roles.Officer, Roles.Supervisor, Roles.WatchlistManager],
        ["GET /api/v1/watchlists"] = [.. Roles.All],
        ["GET /api/v1/watchlists/{list}/versions"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/watchlists/{list}/versions/{number:int}/changes"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/watchlists/{list}/entries"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/watchlists/{publisher:regex(^(un|ofac|eu|uk|ofsi|opensanctions|interpol|ecl|lost|csv)$)}/import"] = [Roles.WatchlistManager],
        ["POST /api/v1/watchlists/{publisher:regex(^(un|ofac|eu|uk|ofsi|opensanctions|interpol|ecl|lost|csv)$)}/effect"] = [Roles.WatchlistManager],
        ["GET /api/v1/watchlists/held"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/watchlists/{list}/held/decision"] = [Roles.WatchlistManager, Roles.Supervisor],
        ["GET /api/v1/policy"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/policy/versions"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/policy/versions"] = [Roles.WatchlistManager],
        ["POST /api/v1/policy/versions/{number:int}/decision"] = [Roles.WatchlistManager, Roles.Supervisor],
        ["POST /api/v1/policy/preview"] = [Roles.WatchlistManager, Roles.Supervisor],
        ["GET /api/v1/calibration"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/advance/messages"] = [Roles.CarrierGateway, Roles.Administrator],
        ["GET /api/v1/advance/flights"] = [Roles.Officer, Roles.Supervisor, Roles.Administrator],
        ["GET /api/v1/advance/travellers"] = [Roles.Officer, Roles.Supervisor],
        ["GET /api/v1/trust"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/trust/revocations"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["GET /api/v1/trust/certificates"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["POST /api/v1/trust/import"] = [Roles.Administrator],
        ["GET /api/v1/interview-guide"] = [Roles.Supervisor],
        ["GET /api/v1/interview-organisations"] = [Roles.Supervisor],
        ["GET /api/v1/encounters/{id:guid}/interview"] = [Roles.Supervisor],
        ["PUT /api/v1/encounters/{id:guid}/interview"] = [Roles.Supervisor],
        ["POST /api/v1/encounters/{id:guid}/interview"] = [Roles.Supervisor],
        ["GET /api/v1/case-referrals"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["GET /api/v1/case-referrals/{id:guid}"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["POST /api/v1/case-referrals/{id:guid}/set-aside"] = [Roles.CaseSupervisor],
        ["POST /api/v1/case-referrals/{id:guid}/review"] = [Roles.CaseSupervisor],
        ["GET /api/v1/cases/{id:guid}/evidence"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["POST /api/v1/cases/{id:guid}/evidence"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["POST /api/v1/evidence/{id:guid}/reading"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["POST /api/v1/evidence/{id:guid}/check"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["POST /api/v1/evidence/{id:guid}/handover"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["POST /api/v1/evidence/{id:guid}/disposal"] = [Roles.CaseSupervisor],
        ["GET /api/v1/cases"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["POST /api/v1/cases"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["GET /api/v1/cases/{id:guid}"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["GET /api/v1/cases/{id:guid}/network"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["POST /api/v1/cases/{id:guid}/events"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["GET /api/v1/laws"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor, Roles.Analyst],
        ["POST /api/v1/laws/versions"] = [Roles.CaseSupervisor],
        ["GET /api/v1/funnel"] = [Roles.Analyst, Roles.CaseSupervisor, Roles.Auditor],
        ["GET /api/v1/funnel/by/{dimension}/publication"] = [Roles.Analyst, Roles.CaseSupervisor, Roles.Auditor],
        ["GET /api/v1/consultations"] = [Roles.Strategy, Roles.Auditor],
        ["GET /api/v1/consultations/{id:guid}"] = [Roles.Strategy, Roles.Auditor],
        ["POST /api/v1/consultations/{id:guid}"] = [Roles.Strategy],
        ["POST /api/v1/consultations/{id:guid}/steps"] = [Roles.Strategy],
        ["POST /api/v1/consultations/{id:guid}/contributions"] = [Roles.Strategy],
        ["POST /api/v1/contributions/{id:guid}/moderation"] = [Roles.Strategy],
        ["POST /api/v1/contributions/{id:guid}/answer"] = [Roles.Strategy],
        ["GET /api/v1/recommendations"] = [Roles.Strategy, Roles.Auditor],
        ["POST /api/v1/recommendations/{id:guid}"] = [Roles.Strategy],
        ["POST /api/v1/recommendations/{id:guid}/steps"] = [Roles.Strategy],
        ["GET /api/v1/strategy-actions"] = [Roles.Strategy, Roles.Auditor],
        ["GET /api/v1/strategy-actions/{id:guid}"] = [Roles.Strategy, Roles.Auditor],
        ["POST /api/v1/strategy-actions/{id:guid}"] = [Roles.Strategy],
        ["POST /api/v1/strategy-actions/{id:guid}/steps"] = [Roles.Strategy],
        ["POST /api/v1/strategy-actions/{id:guid}/status"] = [Roles.Strategy],
        ["POST /api/v1/strategy-actions/{id:guid}/measurement"] = [Roles.Strategy],
        ["GET /api/v1/safety-alerts"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["GET /api/v1/shelter/organisations"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/organisation"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/members"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/members"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/members/{name}/admission"] = [Roles.Caseworker],
        ["DELETE /api/v1/shelter/members/{name}"] = [Roles.Caseworker],
        ["PUT /api/v1/shelter/partners/{code}"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/cabinet"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/cabinet"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/cabinet/use"] = [Roles.Caseworker],
        ["DELETE /api/v1/shelter/cabinet"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/files"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/files"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/case-data"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/files/{id:guid}/case-data"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/arrivals"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/arrivals/{id:guid}"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/arrivals/{id:guid}/file"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/files/search"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/files/due"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/files/{id:guid}"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/files/{id:guid}/sections/{section}"] = [Roles.Caseworker],
        ["PUT /api/v1/shelter/files/{id:guid}/sections/{section}"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/files/{id:guid}/export"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/numbers"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/files/{id:guid}/consents"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/files/{id:guid}/consents"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/consents/{id:guid}/revocation"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/consents/lapsed"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/referrals"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/referrals"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/referrals/{id:guid}/acceptance"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/referrals/{id:guid}/decline"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/alerts"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/alerts"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/beds"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/beds"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/beds/{id:guid}/closing"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/files/{id:guid}/stays"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/stays"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/stays/{id:guid}/end"] = [Roles.Caseworker],
        ["GET /api/v1/shelter/waiting"] = [Roles.Caseworker],
        ["POST /api/v1/shelter/waiting"] = [Roles.Caseworker],
        ["DELETE /api/v1/shelter/waiting/{id:guid}"] = [Roles.Caseworker],
        ["GET /api/v1/casework-audit"] = [Roles.Auditor],
        ["GET /api/v1/shelter-audit"] = [Roles.Auditor],
        ["GET /api/v1/funnel/by/{dimension}"] = [Roles.Analyst, Roles.CaseSupervisor, Roles.Auditor],
        ["GET /api/v1/audit"] = [Roles.Auditor],
        ["POST /api/v1/ledger/verification"] = [Roles.Auditor],
        ["GET /api/v1/nodes"] = [Roles.Administrator, Roles.Auditor, Roles.Supervisor],
        ["GET /api/v1/nodes/quarantine"] = [Roles.Administrator, Roles.Auditor],
        ["GET /api/v1/link"] = [Roles.Officer, Roles.Supervisor, Roles.Administrator, Roles.Auditor],
        ["GET /api/v1/users"] = [Roles.Administrator],
        ["POST /api/v1/users"] = [Roles.Administrator],
        ["POST /api/v1/users/{name}/reset"] = [Roles.Administrator],
        ["POST /api/v1/users/{name}/lock"] = [Roles.Administrator],
        ["POST /api/v1/users/{name}/unlock"] = [Roles.Administrator],
        ["PUT /api/v1/users/{name}/roles"] = [Roles.Administrator],
        ["GET /openapi/{documentName}.json"] = [.. Roles.All],
        ["GET /api/docs/{documentName?}"] = [.. Roles.All],
    };

    [Fact]
    public async Task Whatever_the_site_offers_names_who_may_call_it_or_is_on_the_short_list_of_what_everyone_may()
    {
        await using var site = await RunningSite.StartAsync();
        foreach (var endpoint in Endpoints(site))
        {
            var path = Pattern(endpoint);
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                Assert.True(Anonymous.Contains(path) || Path.HasExtension(path), $"{path} is open to everyone.");
            else if (path.StartsWith("/api", StringComparison.Ordinal))
                Assert.True(endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null, $"{path} names nobody.");
        }
        // Whatever names nobody falls to this policy.
        var fallback = await site.Get<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        Assert.Equal(Node.Identity.IdentityRegistration.Ready, fallback);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_is_answered()
    {
        await using var site = await RunningSite.StartAsync();
        var client = site.Client();
        Assert.Equal(Allowed.Keys.Order(), Guarded(site).Select(e => $"{e.Method} {Pattern(e.Endpoint)}").Order());
        foreach (var (method, endpoint) in Guarded(site))
        {
            var reply = await client.SendAsync(Request(method, endpoint));
            if (Pattern(endpoint).StartsWith("/api/docs", StringComparison.Ordinal))
            {
                // A person is led to the page where one signs in.
                Assert.Equal(302, reply.Status);
                Assert.Contains("/sign-in", reply.Headers["Location"]);
            }
            else
            {
                Assert.True(reply.Status == 401, $"{method} {Pattern(endpoint)}: {reply.Status}");
                Assert.Equal("REQUEST_SIGN_IN_REQUIRED", reply.Code);
            }
        }
        Assert.Equal(401, (await client.GetAsync("/api/v1/no-such-thing")).Status);
    }

    [Fact]
    public async Task Each_role_may_call_exactly_what_the_table_says()
    {
        await using var site = await RunningSite.StartAsync();
        foreach (var role in Roles.All)
        {
            var client = await site.SignInAsync(role);
            // Signing out comes last.
            foreach (var (method, endpoint) in Guarded(site).OrderBy(e => e.Method == "DELETE" && Pattern(e.Endpoint) == "/api/v1/session"))
            {
                var name = $"{method} {Pattern(endpoint)}";
                var reply = await client.SendAsync(Request(method, endpoint));
                var denied = reply.Status is 403 || (reply.Status is 302 && reply.Headers["Location"].Contains("/denied", StringComparison.Ordinal));
                Assert.True(Allowed[name].Contains(role) != denied, $"{role}: {name}: {reply.Status}");
                Assert.True(reply.Status is not (401 or >= 500), $"{role}: {name}: {reply.Status} {reply.Body}");
            }
        }
    }

    [Fact]
    public async Task A_user_with_a_step_left_to_take_may_do_nothing_else()
    {
        await using var site = await RunningSite.StartAsync(authenticatorRequired: true);
        var client = await site.SignInAsync(Roles.Officer);
        foreach (var (method, endpoint) in Guarded(site).Where(e => !Pattern(e.Endpoint).Contains("session", StringComparison.Ordinal)))
        {
            var reply = await client.SendAsync(Request(method, endpoint));
            Assert.True(reply.Status is 403 or 302, $"{method} {Pattern(endpoint)}: {reply.Status}");
        }
        Assert.Equal("setUpAuthenticator", (await client.GetAsync("/api/v1/session")).Json.GetProperty("pending").GetString());
    }

    [Fact]
    public async Task A_request_that_a_page_of_another_site_makes_is_refused()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Administrator);
        await site.MakeAsync("officer9", null, Roles.Officer);
        foreach (var (from, status) in new[] { ("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200) })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/users/officer9/lock");
            request.Headers.Add("Sec-Fetch-Site", from);
            var reply = await client.SendAsync(request);
            Assert.Equal(status, reply.Status);
            Assert.Equal(status == 403 ? "REQUEST_CROSS_SITE" : null, reply.Code);
        }
    }

    /// <summary>Pages of the console: who may open them. Whoever may not is led to <c>/denied</c>, whoever is not signed in to <c>/sign-in</c>.</summary>
    private static readonly Dictionary<string, string[]> Pages = new()
    {
        ["/"] = [.. Roles.All],
        ["/account"] = [.. Roles.All],
        ["/account/authenticator"] = [.. Roles.All],
        ["/account/password"] = [.. Roles.All],
        ["/denied"] = [.. Roles.All],
        ["/counter"] = [Roles.Officer, Roles.Supervisor],
        ["/second-line"] = [Roles.Supervisor],
        ["/second-line/{Id:guid}"] = [Roles.Supervisor],
        ["/second-line/hits"] = [Roles.Supervisor],
        ["/vetted"] = [Roles.Supervisor, Roles.Auditor],
        ["/vetted/{Id:guid}"] = [Roles.Supervisor, Roles.Auditor],
        ["/links"] = [Roles.Supervisor, Roles.Auditor],
        ["/links/{Id:guid}"] = [Roles.Supervisor, Roles.Auditor],
        ["/travellers/{Id:guid}"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["/advance"] = [Roles.Officer, Roles.Supervisor, Roles.Administrator],
        ["/advance/flight"] = [Roles.Officer, Roles.Supervisor],
        ["/crossings"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["/conveyances"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["/stays"] = [Roles.Supervisor, Roles.Auditor],
        ["/permissions"] = [Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor],
        ["/permissions/{Id:guid}"] = [Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor],
        ["/extensions/{Id:guid}"] = [Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor],
        ["/permissions/new"] = [Roles.VisaOfficer],
        ["/extensions"] = [Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor],
        ["/entry-rules"] = [Roles.VisaOfficer, Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["/nodes"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["/indicators"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["/indications"] = [Roles.Supervisor, Roles.Auditor],
        ["/exit-orders"] = [Roles.ExitControl, Roles.Supervisor, Roles.Auditor],
        ["/exit-orders/new"] = [Roles.ExitControl],
        ["/exit-orders/{Number:int}"] = [Roles.ExitControl, Roles.Supervisor, Roles.Auditor],
        ["/travel-consents"] = [Roles.ExitControl, Roles.Supervisor, Roles.Auditor],
        ["/emigration-clearances"] = [Roles.ExitControl, Roles.Supervisor, Roles.Auditor],
        ["/help-sheet/{State}"] = [Roles.Officer, Roles.Supervisor, Roles.ExitControl],
        ["/crossings/{Id:guid}"] = [Roles.Officer, Roles.Supervisor, Roles.Auditor],
        ["/screening"] = [Roles.Officer, Roles.Supervisor, Roles.WatchlistManager],
        ["/rescreening"] = [Roles.Supervisor, Roles.WatchlistManager, Roles.Auditor],
        ["/watchlists"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["/watchlists/{List}"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["/watchlists/{List}/versions"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["/watchlists/{List}/versions/{Number:int}"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["/watchlists/{List}/entries/{*Reference}"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["/watchlists/policy"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["/watchlists/calibration"] = [Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor],
        ["/watchlists/import"] = [Roles.WatchlistManager],
        ["/retention"] = [Roles.Administrator, Roles.Auditor],
        ["/legal-holds"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["/legal-holds/{Number:int}"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["/trust"] = [Roles.Administrator, Roles.Supervisor, Roles.Auditor],
        ["/audit"] = [Roles.Auditor],
        ["/audit/casework"] = [Roles.Auditor],
        ["/audit/ledger"] = [Roles.Auditor],
        ["/case-referrals"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["/case-referrals/{Id:guid}"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["/second-line/{Id:guid}/interview"] = [Roles.Supervisor],
        ["/cases/{Id:guid}/evidence"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["/cases"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["/cases/new"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["/network"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["/cases/{Id:guid}"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor],
        ["/laws"] = [Roles.Investigator, Roles.CaseSupervisor, Roles.Analyst, Roles.Auditor],
        ["/safety-alerts"] = [Roles.Investigator, Roles.CaseSupervisor],
        ["/shelter"] = [Roles.Caseworker],
        ["/shelter/unlock"] = [Roles.Caseworker],
        ["/shelter/organisation"] = [Roles.Caseworker],
        ["/shelter/files/new"] = [Roles.Caseworker],
        ["/shelter/files/{Id:guid}"] = [Roles.Caseworker],
        ["/shelter/files/{Id:guid}/consents"] = [Roles.Caseworker],
        ["/shelter/files/{Id:guid}/stay"] = [Roles.Caseworker],
        ["/shelter/files/{Id:guid}/alert"] = [Roles.Caseworker],
        ["/shelter/case-data"] = [Roles.Caseworker],
        ["/shelter/arrivals"] = [Roles.Caseworker],
        ["/shelter/beds"] = [Roles.Caseworker],
        ["/shelter/referrals"] = [Roles.Caseworker],
        ["/shelter/alerts"] = [Roles.Caseworker],
        ["/shelter/numbers"] = [Roles.Caseworker],
        ["/funnel"] = [Roles.Analyst, Roles.CaseSupervisor, Roles.Auditor],
        ["/consultations"] = [Roles.Strategy, Roles.Auditor],
        ["/consultations/new"] = [Roles.Strategy],
        ["/consultations/{Id:guid}"] = [Roles.Strategy, Roles.Auditor],
        ["/strategy-actions/new"] = [Roles.Strategy],
        ["/strategy-actions/{Id:guid}"] = [Roles.Strategy, Roles.Auditor],
        ["/class"] = [], // At a training site alone is there a role that may.
        ["/users"] = [Roles.Administrator],
        ["/users/{Name}"] = [Roles.Administrator],
    };

    [Fact]
    public async Task Each_role_may_open_exactly_the_pages_that_the_table_says()
    {
        await using var site = await RunningSite.StartAsync();
        var pages = Endpoints(site).Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && e.Metadata.GetMetadata<IAllowAnonymous>() is null).ToArray();
        Assert.Equal(Pages.Keys.Order(), pages.Select(Pattern).Order());
        var stranger = site.Client();
        foreach (var page in pages)
        {
            var reply = await stranger.SendAsync(Request("GET", page));
            Assert.True(reply.Status == 302 && reply.Headers["Location"].Contains("/sign-in", StringComparison.Ordinal), $"{Pattern(page)}: {reply.Status}");
        }
        foreach (var role in Roles.All)
        {
            var client = await site.SignInAsync(role);
            foreach (var page in pages)
            {
                var reply = await client.SendAsync(Request("GET", page));
                var denied = reply.Status is 302 && reply.Headers["Location"].Contains("/denied", StringComparison.Ordinal);
                Assert.True(Pages[Pattern(page)].Contains(role) != denied, $"{role}: {Pattern(page)}: {reply.Status}");
                Assert.True(reply.Status is 200 or 302 or 404 || (reply.Status is 403 && Pattern(page) == "/denied"), $"{role}: {Pattern(page)}: {reply.Status}");
            }
        }
    }

    private static IEnumerable<RouteEndpoint> Endpoints(RunningSite site) =>
        site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>What this room guards: the API and its description.</summary>
    private static IEnumerable<(string Method, RouteEndpoint Endpoint)> Guarded(RunningSite site) => Endpoints(site)
        .Where(e => Pattern(e) is var path && (path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/openapi", StringComparison.Ordinal)))
        .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && (!Path.HasExtension(Pattern(e)) || Pattern(e).EndsWith(".json", StringComparison.Ordinal)))
        .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => (m, e)));

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static HttpRequestMessage Request(string method, RouteEndpoint endpoint)
    {
        var path = Parameter().Replace(Pattern(endpoint), match => match.Groups[1].Value switch
        {
            "id" or "Id" => "01990000-0000-7000-8000-000000000001",
            "list" or "List" or "publisher" => "un",
            "number" or "Number" => "1",
            "documentName" => "v1",
            _ => "nobody",
        });
        return new HttpRequestMessage(new HttpMethod(method), path);
    }

    [GeneratedRegex(@"\{\*?(\w+)[^{}]*\}")]
    private static partial Regex Parameter();
}
