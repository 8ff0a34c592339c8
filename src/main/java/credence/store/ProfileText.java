package credence.store;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.port.StoreException;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.Condition;
import credence.service.port.mapping.DateStyle;
import credence.service.port.mapping.DecimalSign;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.OwnerRule;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;
import credence.service.port.mapping.Signs;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// An import profile as JSON that a person can read and write.
final class ProfileText {

    private static final int VERSION = 1;
    private static final int LONGEST = 1 << 20;
    private static final String MARK = "credenceProfile";

    private final ObjectMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    String write(ImportProfile p) {
        ObjectNode out = mapper.createObjectNode();
        out.put(MARK, VERSION);
        out.put("name", p.name());
        out.put("format", p.format());
        out.put("automatic", p.automatic());
        ArrayNode header = out.putArray("header");
        p.header().forEach(header::add);
        p.bot().ifPresent(v -> out.put("bot", v.name()));
        p.account().ifPresent(v -> out.put("account", v.name()));
        p.symbol().ifPresent(v -> out.put("symbol", v.name()));
        p.zone().ifPresent(v -> out.put("zone", v.getId()));
        p.currency().ifPresent(v -> out.put("currency", v.code()));
        p.source().ifPresent(v -> out.put("source", word(v)));
        layout(out, p.layout());
        rules(out, "botRules", "bot", p.botRules());
        rules(out, "accountRules", "account", p.accountRules());
        p.mapping().ifPresent(m -> mapping(out.putObject("mapping"), m));
        p.succeeded().ifPresent(v -> out.put("succeeded", v.toString()));
        return mapper.writeValueAsString(out) + "\n";
    }

    private static void rules(ObjectNode out, String name, String owner, List<OwnerRule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        ArrayNode list = out.putArray(name);
        for (OwnerRule rule : rules) {
            ObjectNode r = list.addObject();
            r.put(owner, rule.owner());
            ArrayNode when = r.putArray("when");
            for (Condition c : rule.when()) {
                ObjectNode condition = when.addObject();
                condition.put("of", word(c.of()));
                if (!c.column().isEmpty()) {
                    condition.put("column", c.column());
                }
                condition.put("is", c.pattern());
            }
        }
    }

    private static void mapping(ObjectNode out, Mapping m) {
        out.put("rows", word(m.kind()));
        Layout l = m.layout();
        if (!l.equals(Layout.DETECTED)) {
            layout(out.putObject("layout"), l);
        }
        out.put("signedQuantity", m.signs().signedQuantity());
        out.put("negativeCosts", m.signs().negativeCosts());
        texts(out, "buyWords", m.signs().buy());
        texts(out, "sellWords", m.signs().sell());
        ObjectNode columns = out.putObject("columns");
        m.columns()
                .forEach(
                        (role, column) -> {
                            if (column.nth() == 1) {
                                columns.put(word(role), column.name());
                            } else {
                                columns.putObject(word(role))
                                        .put("name", column.name())
                                        .put("nth", column.nth());
                            }
                        });
    }

    private static void layout(ObjectNode out, Layout l) {
        l.separator().ifPresent(v -> out.put("separator", v.toString()));
        l.headerLine().ifPresent(v -> out.put("headerLine", v));
        l.encoding().ifPresent(v -> out.put("encoding", v));
        l.decimal().ifPresent(v -> out.put("decimal", word(v)));
        l.dateOrder().ifPresent(v -> out.put("dateOrder", word(v)));
    }

    private static void texts(ObjectNode out, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = out.putArray(name);
            texts.forEach(list::add);
        }
    }

    ImportProfile read(String text) {
        if (text.length() > LONGEST) {
            throw refused("it is longer than 1 MB");
        }
        try {
            JsonNode in = mapper.readTree(text);
            if (!in.isObject() || !in.has(MARK)) {
                throw refused("the entry “" + MARK + "” is missing");
            }
            if (in.get(MARK).asInt(0) != VERSION) {
                throw refused("it was written by a newer Credence");
            }
            return profile(in);
        } catch (JacksonException e) {
            throw new StoreException(
                    "This is no import profile: the JSON is damaged ("
                            + e.getOriginalMessage()
                            + ").",
                    e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StoreException("This is no import profile: " + e.getMessage(), e);
        }
    }

    private static ImportProfile profile(JsonNode in) {
        boolean mapped = in.has("mapping");
        return new ImportProfile(
                text(in, "name").orElse(""),
                text(in, "format").orElse(ImportProfile.MAPPED),
                texts(in, "header"),
                in.has("automatic") ? in.get("automatic").asBoolean(false) : mapped,
                text(in, "bot").map(BotId::new),
                text(in, "account").map(AccountId::new),
                text(in, "symbol").map(Symbol::of),
                text(in, "zone").map(ZoneId::of),
                text(in, "currency").map(CurrencyCode::new),
                text(in, "source").map(word(SourceClass.class)),
                layout(in),
                rules(in, "botRules", "bot"),
                rules(in, "accountRules", "account"),
                mapped ? Optional.of(mapping(in.get("mapping"))) : Optional.empty(),
                text(in, "succeeded").map(Instant::parse));
    }

    private static List<OwnerRule> rules(JsonNode in, String name, String owner) {
        List<OwnerRule> rules = new ArrayList<>();
        for (JsonNode r : list(in, name)) {
            List<Condition> when = new ArrayList<>();
            for (JsonNode c : list(r, "when")) {
                when.add(
                        new Condition(
                                text(c, "of")
                                        .map(word(Condition.Of.class))
                                        .orElseThrow(
                                                () ->
                                                        refused(
                                                                "a condition does not say “of”"
                                                                        + " what")),
                                text(c, "column").orElse(""),
                                text(c, "is").orElse("")));
            }
            rules.add(new OwnerRule(when, text(r, owner).orElse("")));
        }
        return rules;
    }

    private static Mapping mapping(JsonNode in) {
        Map<Role, ColumnRef> columns = new EnumMap<>(Role.class);
        JsonNode named = in.get("columns");
        if (named != null) {
            for (Map.Entry<String, JsonNode> c : named.properties()) {
                JsonNode v = c.getValue();
                columns.put(
                        word(Role.class).apply(c.getKey()),
                        v.isObject()
                                ? new ColumnRef(
                                        text(v, "name").orElse(""),
                                        v.has("nth") ? v.get("nth").asInt(1) : 1)
                                : ColumnRef.of(v.asString("")));
            }
        }
        JsonNode l = in.get("layout");
        Layout layout = l == null ? Layout.DETECTED : layout(l);
        return new Mapping(
                text(in, "rows").map(word(RowKind.class)).orElse(RowKind.FILLS),
                layout,
                new Signs(
                        in.path("signedQuantity").asBoolean(false),
                        in.path("negativeCosts").asBoolean(false),
                        texts(in, "buyWords"),
                        texts(in, "sellWords")),
                columns);
    }

    private static Layout layout(JsonNode in) {
        return new Layout(
                text(in, "separator").filter(t -> t.length() == 1).map(t -> t.charAt(0)),
                in.has("headerLine")
                        ? Optional.of(in.get("headerLine").asInt(1))
                        : Optional.empty(),
                text(in, "encoding"),
                text(in, "decimal").map(word(DecimalSign.class)),
                text(in, "dateOrder").map(word(DateStyle.class)));
    }

    private static List<JsonNode> list(JsonNode in, String name) {
        List<JsonNode> nodes = new ArrayList<>();
        JsonNode list = in.get(name);
        if (list != null) {
            list.forEach(nodes::add);
        }
        return nodes;
    }

    private static List<String> texts(JsonNode in, String name) {
        return list(in, name).stream().map(n -> n.asString("")).toList();
    }

    /// Blanks count: a separator may be a tab.
    private static Optional<String> text(JsonNode in, String name) {
        JsonNode value = in.get(name);
        return value == null || value.isNull()
                ? Optional.empty()
                : Optional.of(value.asString("")).filter(s -> !s.isEmpty());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Function<String, E> word(Class<E> type) {
        return text -> {
            try {
                return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException _) {
                throw refused("“" + text + "” is not known here");
            }
        };
    }

    private static StoreException refused(String why) {
        return new StoreException("This is no import profile: " + why + ".");
    }
}
