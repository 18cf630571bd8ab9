package dev.issuelink.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.WebhookRejectedException;
import dev.issuelink.error.WebhookRejectedException.Reason;
import dev.issuelink.host.Secret;
import dev.issuelink.http.Authenticator;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.spi.WebhookRequest;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubProofTest {
    private static final String SIGNATURE = "X-Hub-Signature-256";
    // Published at https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
    private static final byte[] BODY = "Hello, World!".getBytes(UTF_8);
    private static final String PUBLISHED = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private final GitHubTestContext context = GitHubLoopback.contextOf("https://api.github.com");
    private final GitHubWebhooks webhooks = new GitHubWebhooks(GitHubLoopback.connect(context, Authenticator.none()));

    @Test
    void thePublishedExampleIsAccepted() {
        var delivery = verify(BODY, headers(PUBLISHED));

        assertThat(delivery.id()).isEqualTo("72d3162e-cc78-11e3-81ab-4c9367dc0958");
        assertThat(delivery.kind()).isEqualTo("issues");
        assertThat(delivery.payload()).isEqualTo(BODY);
    }

    @Test
    void namesOfHeadersMayBeInAnyCase() {
        var lower = new HashMap<String, String>();
        headers(PUBLISHED).forEach((name, value) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), value));

        assertThat(verify(BODY, lower).kind()).isEqualTo("issues");
    }

    @Test
    void anotherSecretsSignatureIsRefused() {
        refused(Reason.WRONG_SIGNATURE, () -> verify(BODY, headers(sign("another", BODY))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sha256=", "sha256", "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"})
    void anIncompleteSignatureIsRefused(String signature) {
        refused(Reason.WRONG_SIGNATURE, () -> verify(BODY, headers(signature)));
    }

    @Test
    void aMissingSignatureIsRefused() {
        refused(Reason.UNSIGNED, () -> verify(BODY, without(SIGNATURE)));
    }

    @Test
    void theOldSignatureAloneIsRefusedAndNamed() {
        var headers = without(SIGNATURE);
        headers.put("X-Hub-Signature", "sha1=01dc10d0c83e72ed246219cdd91669667fe2ca59");

        assertThatThrownBy(() -> verify(BODY, headers))
                .isInstanceOfSatisfying(
                        WebhookRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNSIGNED))
                .hasMessageContaining("SHA-1");
    }

    @Test
    void whileASecretIsExchangedOldAndNewAreAccepted() {
        context.secrets().put("NEW_HOOK", "the new one");

        assertThat(verify(BODY, headers(PUBLISHED)).kind()).isEqualTo("issues");
        assertThat(verify(BODY, headers(sign("the new one", BODY))).kind()).isEqualTo("issues");
        context.secrets().remove("HOOK");
        refused(Reason.WRONG_SIGNATURE, () -> verify(BODY, headers(PUBLISHED)));
    }

    @Test
    void withoutAnySecretNothingIsTrusted() {
        context.secrets().clear();

        refused(Reason.NO_SECRET, () -> verify(BODY, headers(PUBLISHED)));
    }

    @Test
    void anEmptySecretIsNone() {
        context.secrets().put("HOOK", "");

        refused(Reason.NO_SECRET, () -> verify(BODY, headers(PUBLISHED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-GitHub-Delivery", "X-GitHub-Event"})
    void aDeliveryWithoutIdOrKindIsRefused(String missing) {
        refused(Reason.MALFORMED, () -> verify(BODY, without(missing)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "issues; drop", "\u202eissues"})
    void anIdOrKindOfAnotherFormIsRefused(String value) {
        var event = headers(PUBLISHED);
        event.put("X-GitHub-Event", value);
        var id = headers(PUBLISHED);
        id.put("X-GitHub-Delivery", value);

        refused(Reason.MALFORMED, () -> verify(BODY, event));
        refused(Reason.MALFORMED, () -> verify(BODY, id));
    }

    @Test
    void aFormIsProvedAsItCameAndThenDecoded() {
        var json = "{\"action\":\"opened\",\"title\":\"ä + & = 100%\"}";
        var form = ("a=b&payload=" + URLEncoder.encode(json, UTF_8) + "&c=d").getBytes(UTF_8);

        assertThat(verify(form, form(sign(GitHubLoopback.WEBHOOK_SECRET, form))).payload())
                .isEqualTo(json.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "xpayload={}", "payload=%zz", "payload=%1"})
    void aFormWithoutReadablePayloadIsRefused(String text) {
        var form = text.getBytes(UTF_8);

        refused(Reason.MALFORMED, () -> verify(form, form(sign(GitHubLoopback.WEBHOOK_SECRET, form))));
    }

    @Test
    void moreThanGitHubEverSendsIsRefusedUnread() {
        var huge = new byte[30 << 20];

        refused(Reason.TOO_LARGE, () -> verify(huge, headers(sign(GitHubLoopback.WEBHOOK_SECRET, huge))));
    }

    @Test
    void theLargestThatGitHubSendsIsAccepted() {
        var large = new byte[GitHubProof.LARGEST_BODY];

        assertThat(verify(large, headers(sign(GitHubLoopback.WEBHOOK_SECRET, large)))
                        .payload())
                .hasSize(large.length);
    }

    @Test
    void aRefusalShowsNeitherSecretNorSignature() {
        assertThatThrownBy(() -> verify(BODY, headers(sign("another", BODY))))
                .message()
                .doesNotContain(GitHubLoopback.WEBHOOK_SECRET, sign("another", BODY), "757107ea");
    }

    @Property(tries = 200)
    void anyChangedBitOfTheBodyIsRefused(
            @ForAll @Size(min = 1, max = 500) byte[] body,
            @ForAll @IntRange(max = 499) int position,
            @ForAll @IntRange(max = 7) int bit) {
        var signature = sign(GitHubLoopback.WEBHOOK_SECRET, body);
        var changed = body.clone();
        changed[position % body.length] ^= (byte) (1 << bit);

        refused(Reason.WRONG_SIGNATURE, () -> verify(changed, headers(signature)));
        assertThat(verify(body, headers(signature)).payload()).isEqualTo(body);
    }

    @Property(tries = 200)
    void anyChangedBitOfTheSignatureIsRefused(
            @ForAll @IntRange(max = 70) int position, @ForAll @IntRange(max = 7) int bit) {
        var changed = PUBLISHED.toCharArray();
        changed[position] ^= (char) (1 << bit);

        refused(Reason.WRONG_SIGNATURE, () -> verify(BODY, headers(new String(changed))));
    }

    private VerifiedDelivery verify(byte[] body, Map<String, String> headers) {
        var lists = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return webhooks.verify(WebhookRequest.of(lists, body));
    }

    private static String sign(String secret, byte[] body) {
        return GitHubSignature.of(Secret.of(secret), ByteBuffer.wrap(body));
    }

    private static Map<String, String> headers(String signature) {
        return new TreeMap<>(Map.of(
                SIGNATURE,
                signature,
                "X-GitHub-Event",
                "issues",
                "X-GitHub-Delivery",
                "72d3162e-cc78-11e3-81ab-4c9367dc0958",
                "Content-Type",
                "application/json"));
    }

    private static Map<String, String> form(String signature) {
        var headers = headers(signature);
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return headers;
    }

    private static Map<String, String> without(String header) {
        var headers = headers(PUBLISHED);
        headers.remove(header);
        return headers;
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WebhookRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
