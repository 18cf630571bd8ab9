package dev.issuelink.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.github.GitHubLoopback.Asked;
import dev.issuelink.http.Authenticator;
import dev.issuelink.http.HttpCall;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubAppAuthenticationTest {
    private static final KeyPair KEYS = GitHubPrivateKeyTest.keyPair();
    private static final HttpCall READ =
            HttpCall.get("getIssue").path("repos", "octocat", "hello").build();
    // The shape that tokens have since 2026-04: a prefix, the app's number and a JWT, some 520 characters.
    private static final String LONG = "x".repeat(480) + "-._y";

    private final AtomicInteger mints = new AtomicInteger();
    private final GitHubLoopback gitHub = GitHubLoopback.answering(this::answer);
    private final GitHubTestContext context = gitHub.context();
    private volatile int refusedTokens;
    private volatile Answer mintAnswer = Answer.of(200, "");

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void theInstallationIsLookedUpAndItsTokenSignsTheCalls() {
        connection(Optional.empty()).http().send(READ);

        assertThat(gitHub.asked)
                .extracting(Asked::line)
                .containsExactly(
                        "GET /repos/octocat/hello/installation",
                        "POST /app/installations/77/access_tokens",
                        "GET /repos/octocat/hello");
        assertThat(gitHub.asked.get(2).header("Authorization")).isEqualTo("Bearer ghs_1" + LONG);
    }

    @Test
    void aConfiguredInstallationIsNotLookedUp() {
        connection(Optional.of(5L)).http().send(READ);

        assertThat(gitHub.asked.get(0).line()).isEqualTo("POST /app/installations/5/access_tokens");
    }

    @Test
    void theStatementIsSignedWithTheKeyAndHoldsForEightMinutes() throws Exception {
        connection(Optional.of(5L)).http().send(READ);

        var parts = gitHub.asked
                .get(0)
                .header("Authorization")
                .replace("Bearer ", "")
                .split("\\.");
        var now = context.clock().instant().getEpochSecond();
        assertThat(decode(parts[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        assertThat(decode(parts[1]))
                .isEqualTo("{\"iat\":%d,\"exp\":%d,\"iss\":\"Iv23liExample\"}".formatted(now - 60, now + 480));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KEYS.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void sixteenThreadsMintOneToken() throws Exception {
        var connection = connection(Optional.of(5L));
        atOnce(16, () -> connection.http().send(READ).status());

        assertThat(mints).hasValue(1);
        assertThat(gitHub.asked).hasSize(17);
    }

    @Test
    void theTokenIsKeptUntilFiveMinutesBeforeItsEnd() {
        var connection = connection(Optional.of(5L));
        connection.http().send(READ);
        context.clockOfTest().advance(Duration.ofMinutes(54));
        connection.http().send(READ);
        assertThat(mints).hasValue(1);

        context.clockOfTest().advance(Duration.ofMinutes(2));
        connection.http().send(READ);
        assertThat(mints).hasValue(2);
    }

    @Test
    void aRevokedTokenIsReplacedOnceAndTheCallRepeated() {
        var connection = connection(Optional.of(5L));
        connection.http().send(READ);
        refusedTokens = 1;

        assertThat(connection.http().send(READ).status()).isEqualTo(200);
        assertThat(mints).hasValue(2);
    }

    @Test
    void aTokenThatIsRefusedAgainEndsTheCall() {
        var connection = connection(Optional.of(5L));
        refusedTokens = Integer.MAX_VALUE;

        failsWith(ErrorCode.AUTHENTICATION, () -> connection.http().send(READ));
        assertThat(mints).hasValue(2);
    }

    @Test
    void aTokenReplacedMeanwhileIsNotThrownAway() {
        var authentication = authentication(Optional.of(5L));
        var first = authentication.authenticate(READ);
        authentication.refresh(READ, first);
        var second = authentication.authenticate(READ);

        authentication.refresh(READ, first);

        assertThat(authentication.authenticate(READ).secret().reveal())
                .isEqualTo(second.secret().reveal());
        assertThat(mints).hasValue(2);
    }

    @Test
    void anAppThatIsNotInstalledIsSaidSo() {
        mintAnswer = Answer.of(404, "{\"message\":\"Not Found\"}");

        assertThatThrownBy(() -> connection(Optional.of(5L)).http().send(READ))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.AUTHENTICATION))
                .hasMessageContaining("no installation 5");
        assertThat(mints).hasValue(1);
    }

    @Test
    void anAnswerWithoutTokenIsUnreadable() {
        mintAnswer = Answer.of(201, "{\"expires_at\":null}");

        failsWith(ErrorCode.PROTOCOL, () -> connection(Optional.of(5L)).http().send(READ));
    }

    @Test
    void aTokenWithoutEndIsKeptForTheUsualHour() {
        mintAnswer = Answer.of(201, "{\"token\":\"ghs_x\"}");
        var authentication = authentication(Optional.of(5L));
        authentication.authenticate(READ);
        context.clockOfTest().advance(Duration.ofMinutes(54));

        assertThat(authentication.authenticate(READ).secret().reveal()).isEqualTo("ghs_x");
        assertThat(mints).hasValue(1);
    }

    @Test
    void aKeyThatIsNoneIsSaidWithoutShowingIt() {
        context.secrets().put("APP_KEY", "canary-key-material");

        assertThatThrownBy(() -> connection(Optional.of(5L)).http().send(READ))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.AUTHENTICATION))
                .hasMessageContaining("PEM")
                .hasNoCause()
                .message()
                .doesNotContain("canary");
        assertThat(gitHub.asked).isEmpty();
    }

    @Test
    void nothingThatIsPrintedShowsTheToken() {
        var authentication = authentication(Optional.of(5L));
        var credential = authentication.authenticate(READ);
        var token = new GitHubTokenCache.Token(credential.secret(), Instant.EPOCH);
        var answer = new GitHubAppAuthentication.InstallationToken("ghs_1", null);

        assertThat(authentication + " " + credential + token + answer).doesNotContain("ghs_");
    }

    private GitHubAppAuthentication authentication(Optional<Long> installation) {
        context.secrets().putIfAbsent("APP_KEY", GitHubPrivateKeyTest.pkcs8(KEYS));
        var minting = GitHubLoopback.connect(context, Authenticator.none());
        return new GitHubAppAuthentication(
                context,
                minting.http(),
                new GitHubAppAuthentication.App(
                        "Iv23liExample", new SecretReference("APP_KEY"), installation, "octocat", "hello"));
    }

    private GitHubConnection connection(Optional<Long> installation) {
        return GitHubLoopback.connect(context, authentication(installation));
    }

    private Answer answer(Asked asked) {
        if (asked.target().endsWith("/installation")) {
            return Answer.of(200, "{\"id\":77,\"app_id\":1}");
        }
        if (asked.target().endsWith("/access_tokens")) {
            return mint();
        }
        var number = Integer.parseInt(asked.header("Authorization").replaceAll("Bearer ghs_(\\d+).*", "$1"));
        return number <= refusedTokens ? Answer.of(401, "{\"message\":\"Bad credentials\"}") : Answer.of(200, "{}");
    }

    private Answer mint() {
        var number = mints.incrementAndGet();
        var expiresAt = context.clock().instant().plus(Duration.ofHours(1));
        return mintAnswer.body().isEmpty()
                ? Answer.of(201, "{\"token\":\"ghs_%d%s\",\"expires_at\":\"%s\"}".formatted(number, LONG, expiresAt))
                : mintAnswer;
    }

    private static <T> List<T> atOnce(int count, java.util.concurrent.Callable<T> task) throws Exception {
        var threads = Executors.newFixedThreadPool(count);
        var barrier = new CyclicBarrier(count);
        try {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    return task.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var future : running) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void failsWith(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
