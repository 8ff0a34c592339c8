package credence.imports.formats.ibkr;

import credence.imports.Header;
import credence.imports.Row;

import java.util.Optional;

/// Where the columns of one header of the Trades section are: by their English names, else by their places, because the
/// names are translated and the places are not.
record ActivityColumns(
        int category,
        int currency,
        int account,
        int symbol,
        int time,
        int exchange,
        int quantity,
        int price,
        int proceeds,
        int commission,
        int realized,
        int code,
        Optional<String> commissionCurrency) {

    private static final int CATEGORY = 3;
    private static final int CURRENCY = 4;

    /// @param first the first data row under the header
    static Optional<ActivityColumns> of(Header header, Row first) {
        int quantity = header.find("Quantity");
        int time = header.find("Date/Time");
        int price = header.findAny("T. Price", "Price");
        if (quantity >= 0 && time >= 0 && price >= 0 && header.has("Symbol")) {
            int in = header.findFrom("Comm in ");
            return Optional.of(
                    new ActivityColumns(
                            header.find("Asset Category"),
                            header.find("Currency"),
                            header.find("Account"),
                            header.find("Symbol"),
                            time,
                            header.find("Exchange"),
                            quantity,
                            price,
                            header.findAny("Proceeds", "Notional Value"),
                            in >= 0 ? in : header.find("Comm/Fee"),
                            header.find("Realized P/L"),
                            header.find("Code"),
                            in >= 0
                                    ? Optional.of(header.name(in).substring("Comm in ".length()))
                                    : Optional.empty()));
        }
        return translated(header, first);
    }

    private static Optional<ActivityColumns> translated(Header header, Row first) {
        int width = header.size();
        int time = CURRENCY + 2;
        while (time < first.size() && !first.cell(time).matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            time++;
        }
        if (time > CURRENCY + 3 || time + 6 >= first.size() || width > first.size()) {
            return Optional.empty();
        }
        boolean exchange = !first.cell(time + 1).matches("-?[\\d,]+(\\.\\d+)?");
        int quantity = time + (exchange ? 2 : 1);
        // quantity, price, [closing price,] proceeds, commission, basis, realized, [realized %,]
        // [MTM,] code
        int left = width - quantity;
        if (left != 7 && left != 9 && left != 10) {
            return Optional.empty();
        }
        int proceeds = quantity + (left == 7 ? 2 : 3);
        return Optional.of(
                new ActivityColumns(
                        CATEGORY,
                        CURRENCY,
                        time - 1 > CURRENCY + 1 ? CURRENCY + 1 : -1,
                        time - 1,
                        time,
                        exchange ? time + 1 : -1,
                        quantity,
                        quantity + 1,
                        proceeds,
                        proceeds + 1,
                        proceeds + 3,
                        width - 1,
                        currencyIn(header.name(proceeds + 1))));
    }

    /// The currency behind a name such as `Prov. in EUR`.
    private static Optional<String> currencyIn(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return name.indexOf(' ') > 0 && IbkrMoney.currency(last)
                ? Optional.of(last)
                : Optional.empty();
    }
}
