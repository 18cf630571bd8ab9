package dev.issuelink.core.internal.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.BinaryOperator;

/**
 * Counts with numbers of all kinds as they are written: 20, 20L and 20.0 are equal, and 0.1 + 0.2 is 0.3. Results have 34
 * digits; a division is never cut off at the point.
 */
final class Numbers {
    /** Beyond, counting would need more memory than an answer is worth. */
    private static final int MOST_DIGITS = 10_000;

    private static final int MOST_BITS = 40_000;

    private static final double MOST_EXACT = 1L << 53;

    private Numbers() {}

    static int compare(Number left, Number right) {
        if (isWhole(left) && isWhole(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        if (isDouble(left) && isDouble(right)) {
            double one = left.doubleValue();
            double other = right.doubleValue();
            return one < other ? -1 : one > other ? 1 : 0;
        }
        return decimal(left).compareTo(decimal(right));
    }

    static Number add(Number left, Number right) {
        return count(left, right, (one, other) -> one.add(other, MathContext.DECIMAL128));
    }

    static Number subtract(Number left, Number right) {
        return count(left, right, (one, other) -> one.subtract(other, MathContext.DECIMAL128));
    }

    static Number multiply(Number left, Number right) {
        return count(left, right, (one, other) -> one.multiply(other, MathContext.DECIMAL128));
    }

    static Number divide(Number left, Number right) {
        return count(left, right, (one, other) -> one.divide(notZero(other), MathContext.DECIMAL128));
    }

    static Number remainder(Number left, Number right) {
        return count(left, right, (one, other) -> one.remainder(notZero(other), MathContext.DECIMAL128));
    }

    static Number negate(Number number) {
        if (isWhole(number) && number.longValue() != Long.MIN_VALUE) {
            return -number.longValue();
        }
        return number instanceof Double real
                ? Double.valueOf(-real)
                : decimal(number).negate();
    }

    /** The one text of a number, however it is kept. */
    static String text(Number number) {
        return isWhole(number)
                ? Long.toString(number.longValue())
                : decimal(number).stripTrailingZeros().toPlainString();
    }

    static boolean isZero(Number number) {
        return isWhole(number) ? number.longValue() == 0 : decimal(number).signum() == 0;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte;
    }

    /** Whether a double holds it without loss, so that two of them compare as their texts do. */
    private static boolean isDouble(Number number) {
        return number instanceof Double real
                ? Double.isFinite(real)
                : isWhole(number) && Math.abs(number.doubleValue()) < MOST_EXACT;
    }

    private static Number count(Number left, Number right, BinaryOperator<BigDecimal> operation) {
        try {
            return operation.apply(decimal(left), decimal(right));
        } catch (ArithmeticException e) {
            throw beyond();
        }
    }

    private static BigDecimal notZero(BigDecimal number) {
        if (number.signum() == 0) {
            throw new Unanswered("the condition divides by zero");
        }
        return number;
    }

    private static BigDecimal decimal(Number number) {
        if (isWhole(number)) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (number instanceof BigDecimal decimal) {
            return limited(decimal);
        }
        return number instanceof BigInteger whole ? limited(new BigDecimal(whole)) : written(number);
    }

    private static BigDecimal written(Number number) {
        try {
            return limited(new BigDecimal(number.toString()));
        } catch (NumberFormatException e) {
            throw new Unanswered("a number is infinite, or none at all");
        }
    }

    private static BigDecimal limited(BigDecimal decimal) {
        if (Math.abs((long) decimal.scale()) > MOST_DIGITS
                || decimal.unscaledValue().bitLength() > MOST_BITS) {
            throw beyond();
        }
        return decimal;
    }

    private static Unanswered beyond() {
        return new Unanswered("a number is beyond all limits");
    }
}
