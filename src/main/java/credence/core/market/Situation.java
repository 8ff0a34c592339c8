package credence.core.market;

import credence.core.value.Regime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// Fingerprint of a moment: what kind of market an entry met (`learning.md` 4). A field without data is empty, which stands for
/// UNKNOWN.
///
/// @param regime of four
/// @param volatility by the percentile rank of ATR ÷ close: 33, 66, 95
/// @param volume by the ratio to its 20-candle median: ½, 1½, 3
/// @param momentum by the 20-candle return ÷ (σ√20): ±½, ±1½
/// @param correlation |ρ| of 60 returns with the benchmark's: 0.3, 0.7
/// @param session by hour of UTC
public record Situation(
        Optional<Regime> regime,
        Optional<Volatility> volatility,
        Optional<Volume> volume,
        Optional<Momentum> momentum,
        Optional<Correlation> correlation,
        Session session) {

    public enum Volatility {
        LOW,
        MEDIUM,
        HIGH,
        EXTREME
    }

    public enum Volume {
        LOW,
        NORMAL,
        HIGH,
        SPIKE
    }

    public enum Momentum {
        STRONG_DOWN,
        DOWN,
        FLAT,
        UP,
        STRONG_UP
    }

    public enum Correlation {
        LOW,
        MEDIUM,
        HIGH
    }

    /// Hours of UTC in which the exchanges of a continent are open.
    public enum Session {
        /// 0–7
        ASIA,
        /// 7–13
        EUROPE,
        /// 13–21
        AMERICA,
        /// 21–24
        NIGHT;

        public static Session at(Instant moment) {
            int hour = moment.atOffset(ZoneOffset.UTC).getHour();
            return hour < 7 ? ASIA : hour < 13 ? EUROPE : hour < 21 ? AMERICA : NIGHT;
        }
    }
}
