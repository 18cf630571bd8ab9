package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Dependabot alerts look in answers. */
final class AlertView {

    private AlertView() {}

    static Map<String, @Nullable Object> of(Api api, Call call, Alert alert) {
        Urls urls = api.world().urls;
        boolean dismissed = alert.state().equals("dismissed");
        return Json.object(
                "number", alert.number(),
                "state", alert.state(),
                "dependency",
                        Json.object(
                                "package", pack(alert),
                                "manifest_path", "pom.xml",
                                "scope", "runtime"),
                "security_advisory", advisory(call, alert),
                "security_vulnerability", vulnerability(alert),
                "url", urls.repo(call.repo()) + "/dependabot/alerts/" + alert.number(),
                "html_url", urls.webRepo(call.repo()) + "/security/dependabot/" + alert.number(),
                "created_at", alert.createdAt(),
                "updated_at", alert.updatedAt(),
                "dismissed_at", dismissed ? alert.updatedAt() : null,
                "dismissed_by", api.views().users.show(alert.dismissedBy()),
                "dismissed_reason", alert.dismissedReason(),
                "dismissed_comment", alert.dismissedComment(),
                "fixed_at", null,
                "auto_dismissed_at", null,
                "assignees", List.of());
    }

    private static Map<String, @Nullable Object> pack(Alert alert) {
        return Json.object("ecosystem", alert.ecosystem(), "name", alert.packageName());
    }

    private static Map<String, @Nullable Object> vulnerability(Alert alert) {
        return Json.object(
                "package", pack(alert),
                "severity", alert.severity(),
                "vulnerable_version_range", "< 2.0.0",
                "first_patched_version", Json.object("identifier", "2.0.0"));
    }

    private static Map<String, @Nullable Object> advisory(Call call, Alert alert) {
        String ghsa = String.format(Locale.ROOT, "GHSA-%04d-2222-2222", alert.number());
        Map<String, @Nullable Object> advisory = Json.object(
                "ghsa_id", ghsa,
                "cve_id", null,
                "summary", alert.summary(),
                "description", alert.summary(),
                "severity", alert.severity(),
                "identifiers", List.of(Json.object("type", "GHSA", "value", ghsa)),
                "references", List.of(Json.object("url", "https://github.com/advisories/" + ghsa)),
                "published_at", alert.createdAt(),
                "updated_at", alert.createdAt(),
                "withdrawn_at", null,
                "vulnerabilities", List.of(vulnerability(alert)),
                "cvss_severities",
                        Json.object(
                                "cvss_v3", Json.object("vector_string", null, "score", 0.0),
                                "cvss_v4", Json.object("vector_string", null, "score", 0.0)),
                "cwes", List.of());
        if (call.oldVersion()) {
            advisory.put("cvss", Json.object("vector_string", null, "score", 0.0));
        }
        return advisory;
    }
}
