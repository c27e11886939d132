package org.recyclegan.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Campaigns one after the other, and their counts. */
public final class Soak {

  private static final double NANOS_A_MINUTE = 60e9;

  /**
   * What all campaigns counted.
   *
   * @param faultsTried how many
   * @param survived those after which all was as promised
   * @param dataLost what was not, in words
   * @param campaigns the counts of each
   */
  public record Result(
      long faultsTried, long survived, List<String> dataLost, List<Counts> campaigns) {

    /** Copies the lists. */
    public Result {
      dataLost = List.copyOf(dataLost);
      campaigns = List.copyOf(campaigns);
    }

    /** Returns whether something was tried and nothing lost. */
    public boolean isPassed() {
      return faultsTried > 0 && dataLost.isEmpty();
    }
  }

  private Soak() {}

  /**
   * Runs campaigns. Each has its share of the time that is left when its turn comes.
   *
   * @param campaigns in order
   * @param minutes in all
   * @param stop returns true once the user has asked to stop; the rest is then left out
   * @throws IOException if faults cannot be made here
   */
  public static Result run(List<Campaign> campaigns, double minutes, BooleanSupplier stop)
      throws IOException {
    Deadline end = Deadline.in(Math.round(minutes * NANOS_A_MINUTE), stop);
    double shares = campaigns.stream().mapToDouble(each -> each.faults().share()).sum();
    List<Counts> counts = new ArrayList<>();
    for (Campaign campaign : campaigns) {
      if (end.isOver()) {
        break;
      }
      double share = campaign.faults().share();
      long left = end.nanos() - System.nanoTime();
      counts.add(campaign.run(Deadline.in(Math.round(left * share / shares), stop)));
      shares -= share;
    }
    return new Result(
        counts.stream().mapToLong(Counts::tried).sum(),
        counts.stream().mapToLong(Counts::survived).sum(),
        counts.stream().flatMap(each -> each.lost().stream()).toList(),
        counts);
  }
}
