package credence.imports.formats.crypto;

import java.util.List;
import java.util.Locale;

/// Why a ledger's row is no trade, in a trader's words. Names of such rows are many and change; what is not known is said by name.
final class Untraded {

    private record Kind(String reason, List<String> words) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            "result or funding of futures, without its trades (import the futures"
                                    + " trades for them)",
                            List.of(
                                    "realized profit",
                                    "realised profit",
                                    "funding fee",
                                    "insurance",
                                    "settled",
                                    "rollover",
                                    "margin")),
                    new Kind(
                            "small balances exchanged in bulk",
                            List.of("small assets", "dust", "small balance")),
                    new Kind(
                            "staking, savings, interest or reward",
                            List.of(
                                    "staking",
                                    "stake",
                                    "saving",
                                    "earn",
                                    "launchpool",
                                    "vault",
                                    "interest",
                                    "reward",
                                    "distribution",
                                    "airdrop",
                                    "cashback",
                                    "referral",
                                    "rebate",
                                    "voucher",
                                    "commission",
                                    "bonus",
                                    "inflation",
                                    "dividend",
                                    "learning",
                                    "mining",
                                    "lockup",
                                    "supercharger",
                                    "income",
                                    "gift")),
                    new Kind(
                            "bought or paid by card, or paid with coins",
                            List.of("buy crypto", "card", "payment", "spend")),
                    new Kind(
                            "deposit or coins received",
                            List.of("deposit", "receive", "top_up", "topup", "credit")),
                    new Kind("withdrawal or coins sent", List.of("withdraw", "send", "sent")),
                    new Kind("transfer between own accounts", List.of("transfer")));

    private Untraded() {}

    static String reason(String name) {
        String s = name.strip().toLowerCase(Locale.ROOT);
        if (s.isEmpty()) {
            return "row without a kind";
        }
        for (Kind kind : KINDS) {
            for (String word : kind.words) {
                if (s.contains(word)) {
                    return kind.reason;
                }
            }
        }
        return "no trade that is known: “" + name.strip() + "”";
    }
}
