package dev.issuelink.core.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.issuelink.event.EventType;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.jexl3.JexlInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Known ways out of expression languages: each is refused, or reads an attribute that is not there. */
class ConditionSandboxTest {
    private static final List<String> TOUCHED = new ArrayList<>();

    private static void touch(String member) {
        TOUCHED.add(member);
    }

    /** Has everything that a too curious language would find. */
    public static final class Bean {
        public final String field = "open";

        public static String getInstance() {
            touch("getInstance");
            return "open";
        }

        public String getSecret() {
            touch("getSecret");
            return "open";
        }

        public boolean isSecret() {
            touch("isSecret");
            return true;
        }

        public String get(String name) {
            touch("get");
            return name;
        }

        public int size() {
            touch("size");
            return 1;
        }

        public int length() {
            touch("length");
            return 1;
        }

        public boolean isEmpty() {
            touch("isEmpty");
            return false;
        }

        public boolean contains(Object other) {
            touch("contains");
            return true;
        }

        public Object call(Object... arguments) {
            touch("call");
            return true;
        }

        @Override
        public boolean equals(Object other) {
            touch("equals");
            return true;
        }

        @Override
        public int hashCode() {
            touch("hashCode");
            return 1;
        }

        @Override
        public String toString() {
            touch("toString");
            return "open";
        }
    }

    /** A map that is a bean as well. */
    public static final class BeanMap extends AbstractMap<String, Object> {
        public String getSecret() {
            touch("map.getSecret");
            return "open";
        }

        @Override
        public Object put(String key, Object value) {
            touch("map.put");
            return "open";
        }

        @Override
        public Object remove(Object key) {
            touch("map.remove");
            return "open";
        }

        @Override
        public void clear() {
            touch("map.clear");
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Map.<String, Object>of("a", 1).entrySet();
        }
    }

    /** A list that is a bean as well. */
    public static final class BeanList extends AbstractList<Object> {
        public String getSecret() {
            touch("list.getSecret");
            return "open";
        }

        @Override
        public boolean add(Object item) {
            touch("list.add");
            return true;
        }

        @Override
        public Object set(int index, Object item) {
            touch("list.set");
            return true;
        }

        @Override
        public Object get(int index) {
            return "item";
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private final Map<String, Object> facts = new HashMap<>();

    @BeforeEach
    void fill() {
        TOUCHED.clear();
        facts.put("x", "text");
        facts.put("n", 5);
        facts.put("t", true);
        facts.put("m", new BeanMap());
        facts.put("l", new BeanList());
        facts.put("b", new Bean());
        facts.put("deep", Map.of("b", new Bean(), "l", List.of(new Bean())));
        facts.put("c", Bean.class);
        facts.put("r", (Runnable) () -> touch("run"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Classes, and what leads to them.
                "x.class != null ? true : t",
                "''.class == null || true",
                "x.getClass() == null",
                "x['class'].name == 'java.lang.String'",
                "x.'class'.forName('java.lang.Runtime') == 1",
                "n.class.classLoader == 1",
                "c.name == 'x'",
                "c['protectionDomain'] == 1",
                "b.class.protectionDomain.codeSource == 1",
                "x.declaringClass == 1",
                "m.getClass().forName('java.lang.Runtime').getRuntime().exec('id') == 1",
                "''.class.forName('java.lang.System').exit(1) == 1",
                "''['class']['forName'] == 1",
                "[].class == 1",
                "t.class == 1",
                "(1).class == 1",
                "1.class == 1",
                // Making objects.
                "new('java.lang.String', 'x') == 'x'",
                "new java.lang.ProcessBuilder('id').start() == 1",
                "new ('java.io.File', '/etc/passwd').exists()",
                "x == new(c)",
                // Methods and functions.
                "x.length() == 4",
                "x.bytes == 1",
                "x.bytes[0] == 116",
                "x.chars == 1",
                "x.empty == false",
                "x.blank == false",
                "x.toUpperCase == 'TEXT'",
                "x['toUpperCase']() == 'TEXT'",
                "x.'toUpperCase'() == 'TEXT'",
                "n.doubleValue() == 5",
                "n.doubleValue == 5",
                "l.size() == 1",
                "l.stream().count() == 1",
                "l.iterator().next() == 'item'",
                "l.secret == 'open'",
                "l.class.name == 'x'",
                "l[0].bytes == 1",
                "m.secret == 'open'",
                "m.getSecret == 'open'",
                "m['secret'] == 'open'",
                "m.empty == false",
                "m.keySet == 1",
                "m.entrySet().size() == 1",
                "m.put('a', 2) == 1",
                "m.a.class == 1",
                "b.secret == 'open'",
                "b.field == 'open'",
                "b.getSecret() == 'open'",
                "b['secret'] == 'open'",
                "b.instance == 'open'",
                "b == 'open'",
                "b == b",
                "b =~ [b]",
                "b =~ 'open'",
                "'x' =~ b",
                "b =^ 'open'",
                "b > b",
                "b + 1 == 2",
                "!b",
                "b ? true : true",
                "b && true",
                "empty(b)",
                "size(b) == 1",
                "b ?: true",
                "b ?? true",
                "b != null",
                "deep.b.secret == 'open'",
                "deep.b == 'open'",
                "deep.l[0].secret == 'open'",
                "deep.l[0] == 'open'",
                "'open' =~ deep.l",
                "r.run() == 1",
                "r() == 1",
                "b(1) == true",
                "b.call(1) == true",
                "java.lang.System == 1",
                "java.lang.Runtime.getRuntime() == 1",
                "System.exit(1) == 1",
                "util:exec('id') == 1",
                "jexl:new('x') == 1",
                "size.class == 1",
                "empty.class == 1",
                "this.class == 1",
                "context.class == 1",
                "$.class == 1",
                "_.class == 1",
                // Changing something, and scripts.
                "x = 'changed'",
                "m.a = 2",
                "m['a'] = 2",
                "l[0] = 2",
                "n += 1",
                "n++ == 5",
                "++n == 6",
                "var y = 1; y == 1",
                "let y = 1",
                "t; t",
                "{ t }",
                "if (t) { true }",
                "for (var y : l) { true }",
                "while (t) { }",
                "do { } while (t)",
                "(y -> y)(1) == 1",
                "((y) -> { y })(1) == 1",
                "function(y) { y }(1) == 1",
                "return true",
                "throw x",
                "try { true } catch (var e) { true }",
                "switch (n) { case 5 -> true }",
                "import java.lang.System",
                "#pragma jexl.namespace.s java.lang.System\ns:exit(1) == 1",
                "#pragma jexl.import java.lang\ntrue",
                "@silent true",
                "@synchronized(x) { true }",
                "#0 == 1",
                // Templates, patterns and other small languages within.
                "x == `${b.secret}`",
                "`${''.class}` == 'x'",
                "m.`${x}` == 1",
                "x == \"${b.secret}\" && b.secret == 'open'",
                "x =~ ~/te.*/",
                "{'a': 1}.a == 1",
                "{1, 2} =~ x",
                "[1, ...] =~ x",
                "(1..1000000000) =~ n",
                "n instanceof Integer",
                "n === 5",
                "n << 1 == 10",
                "n & 1 == 1",
                "~n == 1",
                "x?.class == 1",
                "x?['class'] == 1",
                "x.\\u0063lass == 1",
                "x['cl' + 'ass'] == 1",
                "x[x] == 1",
                "m[b] == 1",
                "x./**/class == 1",
                "x.#class == 1",
                "\u0078.class == 1",
                "ｘ.class == 1",
                "x\u200b.class == 1",
            })
    void leadsNowhere(String text) {
        Outcome outcome;
        try {
            outcome = Condition.compile(text).test(facts);
        } catch (ConditionException e) {
            outcome = Outcome.failed("refused");
        }

        assertThat(outcome.met()).as("%s", text).isFalse();
        assertThat(TOUCHED).as("%s", text).isEmpty();
        assertThat(facts).hasSize(9).containsEntry("x", "text").containsEntry("n", 5);
    }

    @Test
    void theKindsOfFactsThatEventsHaveAreReadNevertheless() {
        assertThat(Condition.compile("m.a == 1 && l[0] == 'item' && x =^ 'te' && n > 4 && t")
                        .test(facts)
                        .met())
                .isTrue();
    }

    @Test
    void neitherTheInterpreterNorTheIntrospectionOfTheParsersLibraryIsEverLoaded() throws Exception {
        try (var loader = new RecordingLoader(Condition.class, EventType.class, JexlInfo.class, Logger.class)) {
            var condition = loader.loadClass(Condition.class.getName());
            var compiled = condition
                    .getMethod("compile", String.class)
                    .invoke(null, "m.a == 1 && x =~ 't.*' && !empty(l[0]) && (b.secret ?? n + 1) > 4");
            var outcome = condition.getMethod("test", Map.class).invoke(compiled, facts);

            assertThat(outcome).hasToString("Outcome[verdict=MET, reason=]");
        }
    }

    /** Loads anew from where some classes come from, and refuses what must not be needed. */
    private static final class RecordingLoader extends URLClassLoader {
        RecordingLoader(Class<?>... from) {
            super(
                    Stream.of(from)
                            .map(type ->
                                    type.getProtectionDomain().getCodeSource().getLocation())
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            assertThat(name).doesNotContain("jexl3.internal.Interpreter", "introspection");
            return super.loadClass(name, resolve);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value =~ '(a+)+b'",
                "value =~ '(a|a)*b'",
                "value =~ '(a*)*b'",
                "value =~ '(.*a){20}b'",
                "value =~ '(a|aa)+$c'",
                "value =~ '([a-z]+)*[0-9]'",
                "value =~ '^(([a-z])+.)+[A-Z]([a-z])+$'",
                "value =~ '(?=(a+))a*b\\\\1'",
            })
    void aPatternGivesUpOnTextsThatWouldKeepItBusy(String text) {
        for (var value : List.of("a".repeat(40), "a".repeat(5_000), "a".repeat(200_000))) {
            var outcome = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Condition.compile(text).test(Map.of("value", value)));

            assertThat(outcome.met()).isFalse();
        }
    }

    @Test
    void aPatternThatIsNoDangerReadsLongTexts() {
        var log = "line\n".repeat(100_000) + "ERROR: out of memory\n" + "line\n".repeat(100_000);

        assertThat(Condition.compile("log =~ '.*ERROR: .*'")
                        .test(Map.of("log", log))
                        .met())
                .isTrue();
        assertThat(Condition.compile("log =~ '.*FATAL: .*'").test(Map.of("log", log)))
                .isEqualTo(Outcome.of(false));
    }

    @Test
    void aPatternThatGivesUpSaysSo() {
        assertThat(Condition.compile("test.output =~ '(.*a){20}b'")
                        .test(Map.of("test", Map.of("output", "a".repeat(60)))))
                .isEqualTo(Outcome.failed("a pattern takes too long with test.output"));
    }
}
