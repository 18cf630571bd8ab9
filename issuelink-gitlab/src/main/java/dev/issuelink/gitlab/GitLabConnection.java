package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.PageReader;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import dev.issuelink.spi.TrackerContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the adapter shares. Safe for all threads.
 *
 * @param context the surroundings
 * @param settings what is configured
 * @param http the one way to GitLab
 * @param mapper says in our words what GitLab told
 */
record GitLabConnection(TrackerContext context, GitLabSettings settings, TrackerHttp http, GitLabMapper mapper) {
    /** GitLab's greatest page. */
    static final int PAGE_SIZE = 100;

    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern PAGE_PARAMETER = Pattern.compile("(?<=^|&)page=[^&]*&?");

    String tracker() {
        return settings.tracker();
    }

    /** The project that is meant: the configured one unless another is named. */
    GitLabProject project(@Nullable String id, String operation) {
        return id == null ? settings.project() : GitLabProject.require(id, tracker(), operation);
    }

    /** The path of something in a project. */
    static Object[] path(GitLabProject project, Object... further) {
        var segments = new Object[2 + further.length];
        segments[0] = "projects";
        segments[1] = project.id();
        System.arraycopy(further, 0, segments, 2, further.length);
        return segments;
    }

    /** Starts reading a list of something in a project. */
    static HttpCall.Builder list(String operation, GitLabProject project, Object... further) {
        return HttpCall.get(operation).path(path(project, further)).query("per_page", PAGE_SIZE);
    }

    <T> Listing<T> listing(HttpCall call, Function<GitLabNode, Optional<T>> mapping) {
        return http.listItems(call, GitLabNode.class, reader(mapping));
    }

    /** Reads pages; what the mapping leaves out is counted as skipped. */
    <T> PageReader<List<GitLabNode>, T> reader(Function<GitLabNode, Optional<T>> mapping) {
        return reply -> {
            var nodes = items(reply);
            var items = nodes.stream().map(mapping).flatMap(Optional::stream).toList();
            return new Page<>(items, next(reply).map(Cursor::new), nodes.size() - items.size());
        };
    }

    static List<GitLabNode> items(HttpReply<List<GitLabNode>> reply) {
        return reply.body().orElse(List.of());
    }

    /**
     * Where the next page is. Only the query of what GitLab says is used: behind a proxy it may name a host that is not
     * its own. A page may hold fewer items than were asked for, so nothing but this tells the end.
     */
    Optional<String> next(HttpReply<?> reply) {
        var next = nextQuery(reply).map(query -> withQuery(reply.uri(), query));
        if (next.filter(reply.uri().toString()::equals).isPresent()) {
            throw mapper.unreadable("address of a next page that is another");
        }
        return next;
    }

    /** The query of the next page. */
    Optional<String> nextQuery(HttpReply<?> reply) {
        try {
            return reply.nextLink()
                    .flatMap(link -> Optional.ofNullable(link.getRawQuery()))
                    .or(() -> reply.header("x-next-page")
                            .map(String::strip)
                            .filter(page -> PAGE_NUMBER.matcher(page).matches())
                            .map(page -> withPage(reply.uri(), page)));
        } catch (IllegalStateException noUrl) {
            throw mapper.unreadable("address of the next page");
        }
    }

    private static String withPage(URI uri, String page) {
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        var others = PAGE_PARAMETER.matcher(query).replaceAll("");
        return others.isEmpty() || others.endsWith("&") ? others + "page=" + page : others + "&page=" + page;
    }

    static String withQuery(URI uri, String query) {
        var text = uri.toString();
        var end = text.indexOf('?');
        return (end < 0 ? text : text.substring(0, end)) + "?" + query;
    }

    GitLabNode body(HttpReply<GitLabNode> reply, String what) {
        return reply.body().orElseThrow(() -> mapper.unreadable(what));
    }

    /** Reads what a write was answered with: it was carried out, so an answer without sense is no refusal. */
    <T> T written(HttpCall call, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (TrackerException | IllegalArgumentException unreadable) {
            throw TrackerException.of(ErrorCode.OUTCOME_UNKNOWN, tracker(), call.operation())
                    .message("GitLab seems to have done it, but its answer cannot be read. Look for what it writes"
                            + " before repeating it.")
                    .cause(unreadable)
                    .build();
        }
    }
}
