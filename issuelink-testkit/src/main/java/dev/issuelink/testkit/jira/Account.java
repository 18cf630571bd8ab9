package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in, or is assigned. On Cloud the id is all that names them. */
record Account(String id, String name, String displayName) {

    Map<String, @Nullable Object> view(World world) {
        if (world.cloud()) {
            return Json.object(
                    "self",
                    world.restUrl() + "/user?accountId=" + id,
                    "accountId",
                    id,
                    "displayName",
                    displayName,
                    "active",
                    true,
                    "timeZone",
                    World.ZONE.getId(),
                    "accountType",
                    "atlassian");
        }
        return Json.object(
                "self",
                world.restUrl() + "/user?username=" + name,
                "name",
                name,
                "key",
                id,
                "emailAddress",
                name + "@example.com",
                "displayName",
                displayName,
                "active",
                true,
                "timeZone",
                World.ZONE.getId());
    }
}
