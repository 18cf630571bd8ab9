package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.core.internal.registry.SampleProvider;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFaultsTest {
    private static final String GITHUB = """
            {"name": "G", "type": "github", "config": {"owner": "o", "repo": "r"%s}, "sync": {%s}}""";
    private static final String RULE = """
            {"name": "R", "event": "drift.detected", "template": "drift_detection", %s}""";

    private final ConfigurationReader reader =
            ConfigurationReader.forProviders(List.of(SampleProvider.jira(), SampleProvider.github()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "page_size: 1.5          | /page_size     | must be a whole number",
                "page_size: 1e40         | /page_size     | must be a whole number",
                "page_size: '5'          | /page_size     | must be a number, but is a text",
                "strict: 'yes'           | /strict        | must be true or false, but is a text",
                "strict: null            | /strict        | must be true or false, but is null; leave it out",
                "plan: 'fre'             | /plan          | must be one of free, paid. Did you mean \"free\"?",
                "plan: ''                | /plan          | must be one of free, paid.",
                "skip: 'x'               | /skip          | must be a list, but is a text",
                "skip: ['x', 7]          | /skip/1        | must be a text, but is a number",
                "teams: ['x']            | /teams         | must be an object of texts, but is a list",
                "teams: {'a/~b': ' x'}   | /teams/a~1~0b  | must be one line of text, without spaces around it",
                "labels: ['a', '']       | /labels/1      | must not be blank",
                "labels: ['${X}']        | /labels/0      | only a secret is written as a reference",
                "ownr: 'x'               | /ownr          | is not known here; known are auth, labels, owner,",
                "pageSize: 3             | /pageSize      | Did you mean \"page_size\"?",
                "auth: 'x'               | /auth          | must be an object, but is a text",
                "auth: {}                | /auth          | needs \"type\": the way to sign in: ",
                "auth: {'type': 'ap'}    | /auth/type     | must be one of ",
                "auth: {'type': 'app', 'app_id': 1, 'token': 'x'}        | /auth/token | is not known here; known are type, app_id.",
                "auth: {'type': 'personal_token'}                        | /auth       | needs \"token\": The token.",
                "auth: {'type': 'personal_token', 'token': 'ghp_1'}      | /auth/token | write ${NAME} and provide the value through the environment",
                "auth: {'type': 'personal_token', 'token': 'a ${TOKEN}'} | /auth/token | must be a reference to a secret",
                "auth: {'type': 'personal_token', 'token': ''}           | /auth/token | must be a reference to a secret",
                "auth: {'type': 'personal_token', 'token': 7}            | /auth/token | must be a text, but is a number",
            })
    void reportsWhatIsWrongUnderConfig(String setting, String place, String problem) {
        var json = setting.replaceFirst("(\\w+):", "\"$1\":").replace('\'', '"');
        var fault = onlyFault("{\"trackers\": [" + GITHUB.formatted(", " + json, "") + "]}");

        assertThat(fault.pointer()).isEqualTo("/trackers/0/config" + place);
        assertThat(fault.toString()).contains(problem).doesNotContain("ghp_1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "'mode': 'Bidirectionl'                      | /mode             | Did you mean \"bidirectional\"?",
                "'mode': 1                                   | /mode             | must be a text",
                "'webhook_secret': 'hunter2'                 | /webhook_secret   | must be a reference to a secret",
                "'webhook_secret': []                        | /webhook_secret   | must name at least one secret",
                "'webhook_secret': ['${A}', 'hunter2']       | /webhook_secret/1 | must be a reference to a secret",
                "'webhook_url': '/hook'                      | /webhook_url      | must be an absolute http or https",
                "'webhook_url': 'ftp://x/y'                  | /webhook_url      | must be an absolute http or https",
                "'webhook_url': 'https://a b'                | /webhook_url      | must be an absolute http or https",
                "'webhook_url': 'https://u:hunter2@x/y'      | /webhook_url      | must not hold a user name or password",
                "'poll_interval_minutes': -1                 | /poll_interval_minutes | must be 0 for never, or",
                "'poll_interval_minutes': 0.001              | /poll_interval_minutes | must be 0 for never, or",
                "'poll_interval_minutes': 1e900              | /poll_interval_minutes | must be 0 for never, or",
                "'poll_interval_minutes': 1e99999999999      | /poll_interval_minutes | is a number beyond all limits",
                "'poll_interval_minutes': '5'                | /poll_interval_minutes | must be a number, but is a text",
                "'poll_interval': 5                          | /poll_interval    | is not known here",
            })
    void reportsWhatIsWrongUnderSync(String setting, String place, String problem) {
        var faults = faults("{\"trackers\": [" + GITHUB.formatted("", setting.replace('\'', '"')) + "]}");

        assertThat(faults.get(0).pointer()).isEqualTo("/trackers/0/sync" + place);
        assertThat(faults.toString()).contains(problem).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "'tracker': 'Company jra'      | /tracker    | names no known tracker; known are Company Jira. Did you mean \"Company Jira\"?",
                "'tracker': 'x', 'trackers': 1 | ''          | needs either \"tracker\"",
                "'priority': 'P1'              | ''          | needs either \"tracker\"",
                "'trackers': []                | /trackers   | must name at least one tracker",
                "'trackers': 'Company Jira'    | /trackers   | must be a list, but is a text",
                "'trackers': ['Company Jira', 'Company Jira'] | /trackers/1 | names the same tracker twice",
                "'tracker': 'Company Jira', 'event': 'Drift'  | /event      | is given twice",
                "'tracker': 'Company Jira', 'priority': ' '   | /priority   | must not be blank",
                "'tracker': 'Company Jira', 'condition': ''   | /condition  | must not be blank",
                "'tracker': 'Company Jira', 'enabled': 0      | /enabled    | must be true or false",
                "'tracker': 'Company Jira', 'issueType': 'x'  | /issueType  | Did you mean \"issue_type\"?",
                "'tracker': 'Company Jira', 'condition': 'drift.sevrity == 5 && drift.cont > 3' | /condition | has a fault at line 1, column 1: no attribute of drift.detected has this name. Did you mean \"drift.severity\"?",
                "'tracker': 'Company Jira', 'condition': 'drift.severity = 5' | /condition | has a fault at line 1, column 16: = is not allowed: a condition changes nothing; to compare, write ==.",
                "'tracker': 'Company Jira', 'fingerprint': '{{drift.severty}}' | /fingerprint | has a fault at line 1, column 1: no attribute of drift.detected has this name. Did you mean \"drift.severity\"?",
                "'tracker': 'Company Jira', 'fingerprint': 'a {{b'         | /fingerprint | has a fault at line 1, column 3: {{ is not closed by }}.",
                "'tracker': 'Company Jira', 'when_resolved': 'closed'     | /when_resolved | must be one of close, comment, ignore. Did you mean \"close\"?",
                "'tracker': 'Company Jira', 'reopen_within_days': -1      | /reopen_within_days | must be 0 for never, or a number of days from 0.001 to 3650.",
                "'tracker': 'Company Jira', 'reopen_within_days': '14'    | /reopen_within_days | must be a number, but is a text",
                "'tracker': 'Company Jira', 'reopen_within_days': 1e4     | /reopen_within_days | from 0.001 to 3650",
                "'tracker': 'Company Jira', 'comment_every_minutes': 0    | /comment_every_minutes | must be a number of minutes from 0.01 to 44640.",
                "'tracker': 'Company Jira', 'budget': 20                  | /budget | must be an object, but is a number",
                "'tracker': 'Company Jira', 'budget': {'issues': 20}      | /budget | needs \"minutes\": within how many minutes.",
                "'tracker': 'Company Jira', 'budget': {'minutes': 20}     | /budget | needs \"issues\": a whole number from 1 to",
                "'tracker': 'Company Jira', 'budget': {'issues': 0, 'minutes': 60} | /budget/issues | must be a whole number from 1 to",
                "'tracker': 'Company Jira', 'budget': {'issues': 1, 'minute': 60} | /budget | needs \"minutes\"",
                "'tracker': 'Company Jira', 'fingerprint': 'a\\nb'        | /fingerprint | must be one line of text",
            })
    void reportsWhatIsWrongWithARule(String setting, String place, String problem) {
        var trackers = "\"trackers\": [{\"name\": \"Company Jira\", \"type\": \"none\", \"enabled\": false}]";
        var faults = faults(
                "{\"auto_issue_rules\": [" + RULE.formatted(setting.replace('\'', '"')) + "], " + trackers + "}");

        assertThat(faults.get(0).pointer()).isEqualTo("/auto_issue_rules/0" + place.replace("'", ""));
        assertThat(faults.get(0).toString()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{'trackers': {}}                                     | /trackers           | must be a list, but is an object",
                "{'trackers': [7]}                                    | /trackers/0         | must be an object, but is a number",
                "{'trackers': [{'type': 'github', 'enabled': false, 'config': {'owner': 'o', 'repo': 'r'}}]} | /trackers/0 | needs \"name\"",
                "{'trackers': [{'name': 'G'}]}                        | /trackers/0         | needs \"type\": the kind of tracker",
                "{'trackers': [{'name': 'G', 'type': 'github'}]}      | /trackers/0         | needs \"config\": an object with owner, repo.",
                "{'trackers': [{'name': 'G', 'type': 'gihub'}]}       | /trackers/0/type    | installed: github, jira. Did you mean \"github\"?",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'teams': []}]} | /trackers/0/teams | must be an object of lists of users",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'teams': {'a': 'bob'}}]} | /trackers/0/teams/a | must be a list, but is a text",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'teams': {'a': []}}]} | /trackers/0/teams/a | must name at least one user",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'teams': {'@a': ['b']}}]} | /trackers/0/teams/@a | must be named without @",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'teams': {' a': ['b']}}]} | '/trackers/0/teams/ a' | must be one line of text",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'teams': {'a': ['b', 'b']}}]} | /trackers/0/teams/a/1 | names the same user twice",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'write_limits': {'per_minute': 1}}]} | /trackers/0/write_limits | needs \"per_hour\"",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'write_limits': {'per_minute': 1, 'per_hour': 1.5}}]} | /trackers/0/write_limits/per_hour | must be a whole number",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'write_limits': {'per_minute': 1, 'per_hours': 2, 'per_hour': 9}}]} | /trackers/0/write_limits/per_hours | Did you mean \"per_hour\"?",
                "{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'budgets': {}}]} | /trackers/0/budgets | Did you mean \"budget\"?",
                "{'auto_issue_rules': [{'standard': 7, 'tracker': 't'}]} | /auto_issue_rules/0/standard | must be a text, but is a number",
                "{'tracker': []}                                      | /tracker            | Did you mean \"trackers\"?",
                "{'auto_issue_rules': [{'name': 'R', 'event': 'drift', 'template': 'schema_change', 'tracker': 't'}]} | /auto_issue_rules/0/event | must be made of dotted lower-case words",
                "{'auto_issue_rules': [{'name': 'R', 'event': 'a.b', 'template': 'schema_chnge', 'tracker': 't'}]} | /auto_issue_rules/0/template | Did you mean \"schema_change\"?",
                "{'templates': [{'name': 'T', 'title': 't'}]}         | /templates/0        | needs \"body\"",
                "{'templates': [{'name': 'T', 'title': 't', 'body': 'b'}, {'name': 'T', 'title': 't', 'body': 'b'}]} | /templates/1/name | is the name of another template too",
                "[]                                                   | ''                  | must be an object, but is a list",
            })
    void reportsWhatIsWrongWithTheDocument(String json, String place, String problem) {
        var fault = onlyFault(json.replace('\'', '"'));

        assertThat(fault.pointer()).isEqualTo(place.replace("'", ""));
        assertThat(fault.toString()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{}                        | @db-oncal  | ''",
                "{'db-oncall': ['alice']}  | @db-oncall | ''",
                "{'db-oncall': ['alice']}  | bob        | ''",
                "{'db-oncall': ['alice']}  | @db-oncal  | 'names no known team of \"G\"; known are db-oncall. Did you mean \"db-oncall\"?'",
            })
    void aTeamMustBeOneOfTheTrackersIfItHasAny(String teams, String assignee, String problem) {
        var document = ("{'trackers': [{'name': 'G', 'type': 'none', 'enabled': false, 'teams': " + teams + "}],"
                        + " 'auto_issue_rules': [{'standard': 'drift_detected', 'tracker': 'G', 'assignee': '"
                        + assignee + "'}]}")
                .replace('\'', '"');

        if (problem.equals("''")) {
            assertThat(reader.read(document).rules().get(0).assignee()).contains(assignee);
        } else {
            assertThat(onlyFault(document)).hasToString("/auto_issue_rules/0/assignee: " + problem.replace("'", ""));
        }
    }

    @Test
    void reportsAllFaultsAtOnceInTheOrderOfTheDocument() {
        var faults = faults("""
                {"auto_issue_rules": [{"name": "R", "event": "Drift", "template": "drift", "tracker": "Company Jra"}],
                 "trackers": [
                   {"name": "Company Jira", "type": "jira", "enabled": "yes",
                    "config": {"base_url": "company", "auth": {"type": "api_tokn"}, "labels": "database"},
                    "sync": {"mode": "both", "mode": "to_issue", "poll_interval_minutes": -5}},
                   {"name": "Company Jira", "type": "gitub"}],
                 "template": []}
                """);

        assertThat(faults)
                .extracting(ConfigurationFault::pointer)
                .containsExactly(
                        "/auto_issue_rules/0/event",
                        "/auto_issue_rules/0/template",
                        "/auto_issue_rules/0/tracker",
                        "/trackers/0/enabled",
                        "/trackers/0/config",
                        "/trackers/0/config/base_url",
                        "/trackers/0/config/auth/type",
                        "/trackers/0/config/labels",
                        "/trackers/0/sync/mode",
                        "/trackers/0/sync/mode",
                        "/trackers/0/sync/poll_interval_minutes",
                        "/trackers/1/name",
                        "/trackers/1/type",
                        "/template");
        assertThat(faults)
                .extracting(fault -> fault.nearest().orElse("-"))
                .containsExactly(
                        "-",
                        "-",
                        "Company Jira",
                        "-",
                        "-",
                        "-",
                        "api_token",
                        "-",
                        "-",
                        "-",
                        "-",
                        "-",
                        "github",
                        "templates");
    }

    private ConfigurationFault onlyFault(String json) {
        var faults = faults(json);
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    private List<ConfigurationFault> faults(String json) {
        return catchThrowableOfType(ConfigurationException.class, () -> reader.read(json))
                .faults();
    }
}
