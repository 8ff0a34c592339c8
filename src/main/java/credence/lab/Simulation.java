package credence.lab;

import credence.core.csv.CredenceCsv;
import credence.core.fact.Prediction;
import credence.core.value.BotId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A simulated world: markets, the bots that traded in them, and the truth about both.
///
/// Equal parameters give equal worlds and equal files, byte for byte. A bot's record depends on seed, time and its own name, not
/// on how many others there are.
public final class Simulation {

    private static final String TRUTH = "truth.json";
    private static final String PREDICTIONS = "predictions.csv";

    private final SimulationParameters parameters;
    private final List<Market> markets;
    private final List<SimulatedBot> bots;

    private Simulation(
            SimulationParameters parameters, List<Market> markets, List<SimulatedBot> bots) {
        this.parameters = parameters;
        this.markets = List.copyOf(markets);
        this.bots = List.copyOf(bots);
    }

    public static Simulation of(SimulationParameters parameters) {
        List<BotPlan> plans = Specimens.of(parameters);
        Map<Instrument, Market> markets = new LinkedHashMap<>();
        for (Instrument instrument : Specimens.instruments()) {
            if (plans.stream().anyMatch(plan -> plan.instrument().equals(instrument))) {
                markets.put(instrument, Market.simulate(instrument, parameters));
            }
        }
        List<SimulatedBot> bots = new ArrayList<>();
        for (BotPlan plan : plans) {
            bots.add(simulate(plan, markets, bots, parameters.seed()));
        }
        return new Simulation(parameters, new ArrayList<>(markets.values()), bots);
    }

    private static SimulatedBot simulate(
            BotPlan plan, Map<Instrument, Market> markets, List<SimulatedBot> others, long seed) {
        if (plan.twin().isPresent()) {
            String twin = plan.twin().get();
            return others.stream()
                    .filter(other -> other.plan().name().equals(twin))
                    .findFirst()
                    .orElseThrow()
                    .copiedTo(plan);
        }
        Market market = markets.get(plan.instrument());
        if (market == null) {
            throw new IllegalStateException("no market for " + plan.instrument().symbol());
        }
        return BotSimulation.simulate(plan, market, seed);
    }

    public SimulationParameters parameters() {
        return parameters;
    }

    public List<SimulatedBot> bots() {
        return bots;
    }

    public List<Market> markets() {
        return markets;
    }

    /// Predictions of all bots, by time, then bot.
    public List<Prediction> predictions() {
        return bots.stream()
                .flatMap(bot -> bot.predictions().stream())
                .sorted(Comparator.comparing(Prediction::time).thenComparing(Prediction::bot))
                .toList();
    }

    /// Closed trades of all bots.
    public long closedTrades() {
        return bots.stream().mapToLong(bot -> bot.closed().size()).sum();
    }

    /// Names of the files inside the folder, in order of name.
    public List<String> files() {
        return contents().keySet().stream().sorted().toList();
    }

    /// Writes one trades file a bot, one predictions file, one bars file a symbol, and `truth.json`.
    ///
    /// @param directory made when it is not there; a file of one of these names in it is an error and nothing is written
    /// @return the files written, in order of name
    public List<Path> writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<String, Content> contents = contents();
        for (String name : contents.keySet()) {
            if (Files.exists(directory.resolve(name))) {
                throw new FileAlreadyExistsException(directory.resolve(name).toString());
            }
        }
        for (Map.Entry<String, Content> file : contents.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (var out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
                file.getValue().write(out);
            }
        }
        return files().stream().map(directory::resolve).toList();
    }

    /// Writes one file.
    @FunctionalInterface
    private interface Content {
        void write(Appendable out) throws IOException;
    }

    private Map<String, Content> contents() {
        Map<String, Content> contents = new LinkedHashMap<>();
        for (SimulatedBot bot : bots) {
            // A file without rows would be refused by the import.
            if (!bot.trades().isEmpty()) {
                contents.put(file(bot.plan()), out -> CredenceCsv.writeTrades(bot.rows(), out));
            }
        }
        if (!predictions().isEmpty()) {
            contents.put(PREDICTIONS, out -> CredenceCsv.writePredictions(predictions(), out));
        }
        for (Market market : markets) {
            contents.put(file(market), out -> CredenceCsv.writeBars(market.bars(), out));
        }
        contents.put(TRUTH, out -> out.append(TruthDocument.document(this)));
        return contents;
    }

    static String file(BotPlan plan) {
        return "trades/" + plan.name() + ".csv";
    }

    static String file(Market market) {
        long minutes = market.interval().toMinutes();
        return "bars/"
                + market.instrument().symbol()
                + '-'
                + (minutes == 60 ? "1h" : minutes + "m")
                + ".csv";
    }

    /// Bot of a record, by name.
    public SimulatedBot bot(String name) {
        return bots.stream()
                .filter(bot -> bot.bot().equals(new BotId(name)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no bot " + name + " in this simulation"));
    }
}
