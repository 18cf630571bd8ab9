package dev.issuelink.verify.jira;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which places of the adapter make which kinds of requests to Jira Cloud. */
final class JiraRequestKinds {
    /** Places that Jira Cloud never sees. */
    static final Set<String> OF_DATA_CENTER = Set.of("JiraBulk.one get");

    private static final Pattern LINE = Pattern.compile("(?m)^(\\S+ \\w+) = (.+)$");
    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete");

    private static final String PLACES = """
            JiraAdminHooks.hooks get = GET /rest/webhooks/1.0/webhook
            JiraAdminHooks.place get = GET /rest/webhooks/1.0/webhook
            JiraAdminHooks.register post = POST /rest/webhooks/1.0/webhook
            JiraAdminHooks.unregister delete = DELETE /rest/webhooks/1.0/webhook/N
            JiraAdminHooks.update put = PUT /rest/webhooks/1.0/webhook/N
            JiraAttachments.attach post = POST /issue/N/attachments
            JiraBulk.fetch post = POST /issue/bulkfetch
            JiraComments.addComment post = POST /issue/N/comment
            JiraComments.deleteComment delete = DELETE /issue/N/comment/N
            JiraComments.list get = GET /issue/N/comment
            JiraComments.updateComment get = GET /issue/N/comment/N
            JiraComments.updateComment put = PUT /issue/N/comment/N
            JiraDirectory.getLabels get = GET /project/DB
            JiraDirectory.projects get = GET /project/search
            JiraDirectory.users get = GET /user/assignable/search
            JiraDynamicHooks.created post = POST /webhook
            JiraDynamicHooks.hooks get = GET /webhook
            JiraDynamicHooks.renew put = PUT /webhook/refresh
            JiraDynamicHooks.unregister delete = DELETE /webhook
            JiraHttp.asked get = GET /rest/api/2/serverInfo
            JiraIssueWriter.assigning put = PUT /issue/N/assignee
            JiraIssueWriter.deleteIssue delete = DELETE /issue/N
            JiraIssueWriter.edit put = PUT /issue/N
            JiraIssueWriter.freeing put = PUT /issue/N
            JiraIssueWriter.kept put = PUT /issue/N/properties/issuelink
            JiraIssueWriter.opened post = POST /issue
            JiraIssues.call get = GET /issue/N
            JiraKernels.consented get = GET /oauth/token/accessible-resources
            JiraKernels.told get = GET /_edge/tenant_info
            JiraMetadata.call get = GET /issue/createmeta/DB/issuetypes
            JiraMetadata.editable get = GET /issue/N/editmeta
            JiraOAuth.send post = POST /oauth/token
            JiraPeople.account get = GET /user/assignable/search
            JiraProbe.permissions get = GET /mypermissions
            JiraProbe.report get = GET /myself
            JiraSearch.call post = POST /search/jql
            JiraTransitions.perform post = POST /issue/N/transitions
            JiraTransitions.status get = GET /issue/N
            JiraTransitions.transitions get = GET /issue/N/transitions
            """;

    private JiraRequestKinds() {}

    /** The kind of request by the place that makes it. */
    static Map<String, String> byPlace() {
        return LINE.matcher(PLACES)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    /** The kind of a request that was sent. */
    static String of(String method, String path) {
        var below = path.replaceFirst("^/ex/jira/[A-Za-z0-9-]+", "")
                .replaceFirst("^/rest/api/3", "")
                .replaceAll("(?<!/api)/(\\d+|[A-Z]+-\\d+)(?=/|$)", "/N");
        return method + " " + below;
    }

    /** The places of the code that make a request, as it is compiled. */
    static Set<String> places() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.issuelink.jira");
        var places = new TreeSet<String>();
        classes.forEach(type -> type.getMethodCallsFromSelf().stream()
                .filter(JiraRequestKinds::makesRequest)
                .map(call -> type.getSimpleName() + "." + call.getOrigin().getName() + " " + call.getName())
                .forEach(places::add));
        return places;
    }

    private static boolean makesRequest(JavaMethodCall call) {
        var target = call.getTargetOwner().getSimpleName();
        var isVerb = VERBS.contains(call.getName()) && (target.equals("HttpCall") || target.equals("JiraHttp"));
        var isHandedOn = call.getOriginOwner().getSimpleName().equals("JiraHttp")
                && VERBS.contains(call.getOrigin().getName());
        return isVerb && !isHandedOn;
    }
}
