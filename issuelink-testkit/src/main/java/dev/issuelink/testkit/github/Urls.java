package dev.issuelink.testkit.github;

import java.util.concurrent.CompletableFuture;

/** Addresses in answers; known only once the server has its port. */
final class Urls {

    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final boolean enterprise;

    Urls(boolean enterprise) {
        this.enterprise = enterprise;
    }

    void listening(int number) {
        port.complete(number);
    }

    /** What stands before every path of the API: nothing, or GitHub Enterprise Server's {@code /api/v3}. */
    String prefix() {
        return enterprise ? "/api/v3" : "";
    }

    String graphQlPath() {
        return enterprise ? "/api/graphql" : "/graphql";
    }

    String api() {
        return host() + prefix();
    }

    String web() {
        return enterprise ? host() : "https://github.com";
    }

    String repo(Repo repo) {
        return api() + "/repos/" + repo.fullName();
    }

    String webRepo(Repo repo) {
        return web() + "/" + repo.fullName();
    }

    String issue(Repo repo, int number) {
        return repo(repo) + "/issues/" + number;
    }

    private String host() {
        return "http://127.0.0.1:" + port.join();
    }
}
