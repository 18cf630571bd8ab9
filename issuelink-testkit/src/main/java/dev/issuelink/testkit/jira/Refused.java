package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.WireReply;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of what stands before Jira: web pages. */
final class Refused {

    private static final String PAGE = "<!DOCTYPE html>\n<html><head><title>Atlassian</title></head>"
            + "<body><p>Something is not as it should be.</p></body></html>";

    private Refused() {}

    static WireReply page(int status) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html; charset=utf-8");
        return WireReply.of(status, headers, PAGE);
    }
}
