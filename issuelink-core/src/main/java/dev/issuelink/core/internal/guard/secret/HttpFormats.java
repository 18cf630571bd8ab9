package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;
import static dev.issuelink.core.internal.guard.secret.Format.randomPlace;

import java.util.List;

/** Credentials in headers, cookies and parameters of HTTP. */
final class HttpFormats {
    static final List<Format> ALL = List.of(
            // The word after "basic" or "bearer" is often just a word.
            place(
                    "bearer or basic credentials",
                    "\\b(?:bearer|basic)\\s{1,4}+((?=[A-Za-z+/._~:-]{0,200}+[0-9=]|(?-i:[A-Za-z+/._~-]{0,200}?[a-z][A-Z]))"
                            + "[A-Za-z0-9+/._~:=-]{10,8000}+)",
                    "bearer",
                    "basic"),
            place(
                    "Authorization header",
                    "\\bauthorization[\"']?\\s{0,2}+[:=]\\s{0,4}+[\"']?(?:bearer|basic|token|api-?token|api-?key|key|sso-key|genie[-_]?key|bot|splunk|"
                            + "pve[a-z]{0,8})[ =]\\s{0,4}+([^\\s\"',;]{4,8000}+)",
                    "authorization"),
            place(
                    "Authorization header with a signature",
                    "\\bauthorization[\"']?\\s{0,2}+[:=]\\s{0,4}+[\"']?(?:digest|aws4-hmac-sha256|aws|sharedkey|sharedkeylite|hawk|"
                            + "negotiate|ntlm|oauth|signature)\\s{1,4}+([^\\r\\n]{8,4096}+)",
                    "authorization"),
            randomPlace(
                    "Authorization header without a scheme",
                    "\\bauthorization[\"']?\\s{0,2}+:\\s{0,4}+[\"']?([^\\s\"',;]{16,8000}+)",
                    "authorization"),
            place(
                    "header with a key",
                    "\\b(?:x-[a-z-]{0,40}(?:key|token|secret|auth|password)|private-token|job-token|deploy-token|ocp-apim-subscription-key"
                            + "|api-key|apikey)[\"']?\\s{0,2}+:\\s{0,4}+[\"']?([^\\s\"',;]{6,8000}+)",
                    "key",
                    "token",
                    "secret",
                    "auth",
                    "password"),
            place(
                    "cookies",
                    "\\b(?:set-)?cookie[\"']?\\s{0,2}+:\\s{0,4}+[\"']?([A-Za-z0-9_.!#$%*+^|~-]{1,64}+=[^\\r\\n\"]{1,8000}+)",
                    "cookie"),
            randomPlace(
                    "session id",
                    "(?<![A-Za-z])(?:jsessionid|phpsessid|asp\\.net_sessionid|aspsessionid[a-z]{0,12}|connect\\.sid|_?session_?id|sid|sess|"
                            + "_gitlab_session|laravel_session|remember_(?:user_)?token|xsrf-token|csrftoken)=([A-Za-z0-9%._~+/:-]{16,512}+)",
                    "sess",
                    "sid=",
                    "remember_",
                    "csrftoken",
                    "xsrf-token"),
            randomPlace(
                    "parameter of an address",
                    "[?&](?:key|auth|code|signature|hmac|state|ticket|hash|jwt|assertion|client_assertion)=([^&\\s\"'<>]{16,8000}+)",
                    "="));

    private HttpFormats() {}
}
