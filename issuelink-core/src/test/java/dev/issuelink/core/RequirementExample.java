package dev.issuelink.core;

/** The configuration of the requirement, letter for letter. */
public final class RequirementExample {
    public static final String TRACKERS = """
            {
              "trackers": [
                {
                  "name": "Company Jira",
                  "type": "jira",
                  "enabled": true,
                  "config": {
                    "base_url": "https://company.atlassian.net",
                    "auth": {
                      "type": "api_token",
                      "email": "user@company.com",
                      "token": "${JIRA_API_TOKEN}"
                    },
                    "project_key": "DB",
                    "default_issue_type": "Task",
                    "labels": ["database", "scratchrobin"]
                  },
                  "sync": {
                    "mode": "bidirectional",
                    "webhook_secret": "${JIRA_WEBHOOK_SECRET}",
                    "poll_interval_minutes": 5
                  }
                },
                {
                  "name": "GitHub Issues",
                  "type": "github",
                  "enabled": true,
                  "config": {
                    "owner": "company",
                    "repo": "database-schema",
                    "auth": {
                      "type": "personal_token",
                      "token": "${GITHUB_TOKEN}"
                    },
                    "labels": ["schema-change", "automated"]
                  }
                }
              ]
            }
            """;

    public static final String RULES = """
            {
              "auto_issue_rules": [
                {
                  "name": "Schema Drift Alert",
                  "event": "drift.detected",
                  "condition": "drift.severity == 'high'",
                  "tracker": "Company Jira",
                  "template": "drift_detection",
                  "priority": "P1",
                  "assignee": "@db-oncall"
                },
                {
                  "name": "Performance Regression",
                  "event": "performance.regression",
                  "condition": "regression.percentage > 20",
                  "tracker": "GitHub Issues",
                  "template": "performance_regression",
                  "labels": ["performance", "regression"]
                },
                {
                  "name": "Migration Approval",
                  "event": "migration.proposed",
                  "condition": "impact.downtime_minutes > 0",
                  "tracker": "Company Jira",
                  "template": "schema_change",
                  "labels": ["migration", "approval-required"]
                }
              ]
            }
            """;

    private RequirementExample() {}

    /** Both documents as one. */
    public static String merged() {
        var trackers = TRACKERS.strip();
        return trackers.substring(0, trackers.length() - 1) + ","
                + RULES.strip().substring(1);
    }
}
