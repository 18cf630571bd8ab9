package dev.issuelink.verify.planting;

import dev.issuelink.verify.planting.Planting.Suite;
import java.util.List;
import java.util.stream.Stream;

/** The bugs: what broke in the adapters of others, written into ours. */
final class Plantings {
    static final List<Planting> ALL = Stream.of(
                    pages(), queries(), readings(), labels(), markers(), texts(), answers(), deliveries())
            .flatMap(List::stream)
            .toList();

    private Plantings() {}

    private static Suite cloud(String part) {
        return new Suite("jira", "JiraCloudContractTest", part);
    }

    private static Suite busy(String part) {
        return new Suite("jira", "BusyJiraContractTest", part);
    }

    private static Suite dataCenter(String part) {
        return new Suite("jira", "JiraDataCenterContractTest", part);
    }

    private static Suite gitlab(String part) {
        return new Suite("gitlab", "GitLabContractTest", part);
    }

    private static List<Planting> pages() {
        return List.of(
                Planting.of(
                                "a short page is taken for the last one",
                                busy("Listings"),
                                "JiraSearch.java",
                                "listsEachIssueOfManyPagesOnce")
                        .instead(
                                "JiraJson.word(page, \"nextPageToken\").map(Cursor::new);",
                                "JiraJson.word(page, \"nextPageToken\").map(Cursor::new)"
                                        + ".filter(next -> page.path(\"issues\").size() >= PAGE_SIZE);"),
                Planting.of(
                                "the last page is left out if it holds one issue",
                                dataCenter("Listings"),
                                "JiraSearch.java",
                                "listsEachIssueOfManyPagesOnce")
                        .instead("end < page.path(\"total\").asLong(0);", "end + 1 < page.path(\"total\").asLong(0);"),
                Planting.of(
                                "each page of comments leads to the first one",
                                cloud("Comments"),
                                "JiraComments.java",
                                "listsMoreThanOnePage")
                        .instead("Optional.of(new Cursor(Long.toString(end))),", "Optional.of(new Cursor(\"0\")),"),
                Planting.of(
                                "only the first page is read",
                                gitlab("Listings"),
                                "GitLabConnection.java",
                                "listsEachIssueOfManyPagesOnce")
                        .instead("next(reply).map(Cursor::new), nodes", "Optional.empty(), nodes"));
    }

    private static List<Planting> queries() {
        return List.of(
                Planting.of(
                                "values stand in queries as they are",
                                cloud("Listings"),
                                "JiraJql.java",
                                "takesLabelsForLabelsAndNotForALanguageOfQueries")
                        .instead("letter == '\"' || letter == '\\\\'", "letter == '\\\\'"),
                Planting.of(
                                "times are asked for in another time zone than Jira reads them in",
                                dataCenter("ChangeFeed"),
                                "JiraJql.java",
                                "losesNoChangeOfTheVeryInstantOfTheLastReading")
                        .instead(
                                "quote(\"-\" + Math.max(0, roundedUp(Duration.between(time, now))) + \"m\")",
                                "quote(time.toString().substring(0, 16).replace('T', ' '))"),
                Planting.of(
                                "comments of the very time that is asked for are left out",
                                gitlab("Comments"),
                                "GitLabComments.java",
                                "listsCommentsSinceATimeInclusively")
                        .instead("!comment.updatedAt().isBefore(since)", "comment.updatedAt().isAfter(since)"));
    }

    private static List<Planting> readings() {
        return List.of(
                Planting.of(
                                "what GitLab notes by itself is taken for a comment",
                                gitlab("Comments"),
                                "GitLabComments.java",
                                "listsWhatPeopleSaidAndNothingElse")
                        .instead(".filter(found -> !found.isTrue(\"system\"))", "")
                        .instead(".query(\"activity_filter\", \"only_comments\")", ""),
                Planting.of(
                                "an issue that is gone has no comments",
                                gitlab("Comments"),
                                "GitLabComments.java",
                                "listsNoCommentsWhereNoIssueIs")
                        .instead(".query(\"sort\", direction)", ".query(\"sort\", direction).expect(404)"),
                Planting.of(
                                "an issue is looked for where it was",
                                gitlab("Deletions"),
                                "GitLabMoves.java",
                                "anIssueThatAPersonMoved")
                        .instead("hop < MOST_MOVES &&", "hop < 0 &&"));
    }

    private static List<Planting> labels() {
        return List.of(
                Planting.of(
                                "labels are replaced",
                                cloud("Updates"),
                                "JiraIssueUpdate.java",
                                "addsALabelToThoseThatPeopleAddedMeanwhile")
                        .instead(
                                "added.forEach(label -> steps.add(Map.of(\"add\", label)));",
                                "if (!added.isEmpty()) { steps.add(Map.of(\"set\", added)); }"),
                Planting.of(
                                "labels are not removed",
                                dataCenter("Updates"),
                                "JiraIssueUpdate.java",
                                "removesALabelAndKeepsTheOthers")
                        .instead("removed.forEach(label -> steps.add(Map.of(\"remove\", label)));", ""));
    }

    private static List<Planting> markers() {
        return List.of(
                Planting.of(
                                "the marker is not written with the issue",
                                dataCenter("WebhookEvents"),
                                "JiraNewIssue.java",
                                "tellsTheMarkerOfWhatWeOpened")
                        .instead("all.add(JiraMarkers.label(marker));", ""),
                Planting.of(
                                "the index is trusted at once",
                                busy("Markers"),
                                "JiraAdapter.java",
                                "findsTheIssueWhoseAnswerWasLostAndRepeatsNothing")
                        .instead("return JiraIssues.INDEX_LAG;", "return Duration.ZERO;"),
                Planting.of(
                                "a lost answer of a write counts as a failure",
                                gitlab("Markers"),
                                "dev/issuelink/http/Failures.java",
                                "saysThatTheOutcomeIsUnknownIfTheAnswerOfACreationIsLost")
                        .instead(
                                "if (!run.inDoubt()) {",
                                "if (!run.inDoubt() || last.error().code() == ErrorCode.UNAVAILABLE) {"));
    }

    private static List<Planting> texts() {
        return List.of(
                Planting.of(
                                "a title is cut in the middle of a character",
                                cloud("Texts"),
                                "JiraText.java",
                                "keepsTitles")
                        .instead("wholeCodePoints(line, LONGEST_TITLE - 1)", "LONGEST_TITLE - 1"),
                Planting.of(
                                "lines that GitLab obeys are sent as they are",
                                gitlab("Texts"),
                                "GitLabNeutralizer.java",
                                "doesNothingByWhatItsTextsSay")
                        .instead("isFirstOfLine(text, sign.start()) && continues(COMMAND, text, sign);", "false;"),
                Planting.of(
                                "nobody is told who could not be assigned",
                                gitlab("Issues"),
                                "GitLabPeople.java",
                                "assigneesWhomNobodyKnows")
                        .instead(
                                "() -> drops.add(\"assignees\", name, \"GitLab knows no account of that name.\"));",
                                "() -> {});"));
    }

    private static List<Planting> answers() {
        return List.of(
                Planting.of(
                                "the credential goes wherever a redirect leads",
                                dataCenter("Failures"),
                                "dev/issuelink/http/Transport.java",
                                "sendsNoCredentialToAnotherHost")
                        .instead("if (!origin.covers(target)) {", "if (target.getHost() == null) {"),
                Planting.of(
                                "the time to come back is not read",
                                cloud("Failures"),
                                "JiraLimits.java",
                                "namesTheTimeToComeBack")
                        .instead("reply.retryAfter().or(() -> reset(reply));", "Optional.<Instant>empty();"),
                Planting.of(
                                "the answer to a stranger is taken for a success",
                                cloud("Failures"),
                                "JiraHttp.java",
                                "saysThatACredentialIsNotAcceptedAndDoesNotTryAgain")
                        .instead(
                                "if (!settings.isAnonymous() && JiraErrors",
                                "if (settings.isAnonymous() && JiraErrors"));
    }

    private static List<Planting> deliveries() {
        return List.of(
                Planting.of(
                                "the beginning of a signature is enough",
                                cloud("Webhooks"),
                                "JiraSignature.java",
                                "rejectsTheBeginningOfAProof")
                        .instead(
                                "MessageDigest.isEqual(of(secret, signed), sent);",
                                "MessageDigest.isEqual(java.util.Arrays.copyOf(of(secret, signed), sent.length), sent);"),
                Planting.of(
                                "signatures are not compared",
                                gitlab("Webhooks"),
                                "GitLabSignature.java",
                                "rejectsABodyThatWasChangedByOneByte")
                        .instead(
                                "matched |= MessageDigest.isEqual(made, signature.getBytes(StandardCharsets.UTF_8));",
                                "matched |= made.length > 0;"),
                Planting.of(
                                "deliveries are told apart by a header that all have in common",
                                gitlab("Webhooks"),
                                "GitLabProof.java",
                                "givesOtherDeliveriesOtherIds")
                        .instead(
                                "        return id;",
                                "        return identifier(request, \"X-Gitlab-Webhook-UUID\").orElse(id);"));
    }
}
