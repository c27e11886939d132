#!/usr/bin/env python3
"""The metrics of `recycle evaluate` as one writes them in Python, to compare their cost with.

    apt-get install python3-opencv python3-skimage        (OpenCV, scikit-image, SciPy, NumPy)
    scripts/bench-metrics.py OUTPUT SOURCE REFERENCE > metrics.json

Each video is decoded once; grey pictures and flows that two metrics need are computed once. So this is
the quick way of writing it, not the usual one of a script a metric; `--in-turn` is that one: a pass over
the videos for each group of metrics. OpenCV uses all cores. What it prints: the numbers, the
wall-clock and processor seconds of the whole and of its parts (a shared flow is charged to whoever
asks first), and the largest resident memory. No bootstrap intervals are computed.

Departures from docs/metrics.md, each in favour of speed here: the warp is cv2.remap, which knows 32 steps
between two pixels; OpenCV's decoder converts colours by its own rules. On lossless RGB, PSNR, SSIM, MS-SSIM
and tOF agree to the printed digits; what rests on DIS differs by percents between versions of OpenCV. `--ssim opencv` takes SSIM from the first scale of MS-SSIM, which saves
scikit-image's pass; by default scikit-image computes it.
"""

import argparse
import json
import resource
import sys
import time
from collections import defaultdict

import cv2
import numpy as np
from scipy import stats
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

WEIGHTS = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


class Video:
    """The current frame of a video, the one before and the first, their greys and their flows."""

    def __init__(self, path):
        self.capture = cv2.VideoCapture(path)
        if not self.capture.isOpened():
            sys.exit(f"{path}: cannot be read")
        self.rate = self.capture.get(cv2.CAP_PROP_FPS)
        self.count = 0
        self.first = self.before = self.now = None
        self.kept, self.greys, self.flows = {}, {}, {}

    def advance(self, keep=()):
        """Reads a frame; of older ones only the numbers in `keep` are still needed."""
        good, frame = self.capture.read()
        if not good:
            return False
        index = self.count
        self.count += 1
        wanted = {0, index - 1, *keep}
        self.kept = {i: f for i, f in self.kept.items() if i in wanted}
        self.greys = {i: g for i, g in self.greys.items() if i in wanted}
        self.flows = {}
        self.kept[index] = frame
        return True

    @property
    def last(self):
        return self.count - 1

    def frame(self, index):
        return self.kept[index]

    def grey(self, index):
        if index not in self.greys:
            self.greys[index] = cv2.cvtColor(self.kept[index], cv2.COLOR_BGR2GRAY)
        return self.greys[index]

    def dis(self, start, end):
        return self._flow("dis", start, end, dis_medium)

    def farneback(self, start, end):
        return self._flow("farneback", start, end, farneback)

    def _flow(self, name, start, end, function):
        key = name, start, end
        if key not in self.flows:
            self.flows[key] = function(self.grey(start), self.grey(end))
        return self.flows[key]


def dis_medium(start, end):
    # An object for each pair: it remembers the last flow as its first guess.
    return cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM).calc(start, end, None)


def farneback(start, end):
    return cv2.calcOpticalFlowFarneback(start, end, None, 0.5, 3, 15, 3, 5, 1.2, 0)


class Psnr:
    names = ("psnr",)

    def __init__(self, shared):
        self.values = []

    def add(self, videos):
        output, truth = (v.frame(v.last) for v in (videos.output, videos.truth))
        self.values.append(peak_signal_noise_ratio(truth, output, data_range=255))

    def result(self):
        return {"psnr": float(np.mean(self.values))}


class Ssim:
    names = ("ssim",)

    def __init__(self, shared):
        self.values = []

    def add(self, videos):
        output, truth = (v.frame(v.last) for v in (videos.output, videos.truth))
        self.values.append(
            structural_similarity(
                truth,
                output,
                channel_axis=2,
                gaussian_weights=True,
                sigma=1.5,
                use_sample_covariance=False,
                data_range=255,
            )
        )

    def result(self):
        return {"ssim": float(np.mean(self.values))}


class MsSsim:
    """Five scales with OpenCV's filter; the first scale is SSIM."""

    names = ("ms_ssim",)

    def __init__(self, shared):
        self.values, self.first, self.with_ssim = [], [], shared.ssim == "opencv"

    def add(self, videos):
        x, y = (v.frame(v.last).astype(np.float64) for v in (videos.output, videos.truth))
        product = np.ones(3)
        for scale, weight in enumerate(WEIGHTS):
            if scale > 0:
                x, y = halved(x), halved(y)
            ssim, structure = ssim_means(x, y)
            if scale == 0:
                self.first.append(ssim.mean())
            factor = ssim if scale == len(WEIGHTS) - 1 else structure
            product *= np.maximum(factor, 0) ** weight
        self.values.append(product.mean())

    def result(self):
        found = {"ms_ssim": float(np.mean(self.values))}
        if self.with_ssim:
            found["ssim"] = float(np.mean(self.first))
        return found


def ssim_means(x, y):
    def blur(image):
        return cv2.GaussianBlur(image, (11, 11), 1.5)[5:-5, 5:-5]

    mean_x, mean_y = blur(x), blur(y)
    product, squares = mean_x * mean_y, mean_x * mean_x + mean_y * mean_y
    structure = 2 * (blur(x * y) - product) + C2
    structure /= blur(x * x + y * y) - squares + C2
    ssim = structure * (2 * product + C1) / (squares + C1)
    return ssim.mean((0, 1)), structure.mean((0, 1))


def halved(image):
    height, width = image.shape[:2]
    if height % 2 or width % 2:
        odd = height % 2, width % 2
        image = np.pad(image, ((odd[0],) * 2, (odd[1],) * 2, (0, 0)))
        image = image[: image.shape[0] // 2 * 2, : image.shape[1] // 2 * 2]
    return cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)


class Tof:
    """TecoGAN's, against the truth and against the source."""

    names = ("tof", "tof_source")

    def __init__(self, shared):
        self.values = {name: [] for name in self.names}

    def add(self, videos):
        now = videos.output.last
        if now == 0:
            return
        found = videos.output.farneback(now - 1, now)
        for name, video in (("tof", videos.truth), ("tof_source", videos.source)):
            difference = cropped(video.farneback(now - 1, now)) - cropped(found)
            length = cv2.magnitude(difference[..., 0], difference[..., 1])
            self.values[name].append(length.mean())

    def result(self):
        return {name: float(np.mean(values)) for name, values in self.values.items()}


def cropped(flow):
    height, width = ((side - 16) // 32 * 32 for side in flow.shape[:2])
    top, left = (flow.shape[0] - height) // 2, (flow.shape[1] - width) // 2
    return flow[top : top + height, left : left + width]


class WarpError:
    """Lai et al.'s, from frame to frame or against the first."""

    def __init__(self, shared, long):
        self.long = long
        self.output, self.source = [], []
        self.grid = None

    def add(self, videos):
        now = videos.source.last
        if now == 0:
            return
        # The long one looks from the current frame to the first, the short one from the last to this.
        start, end = (now, 0) if self.long else (now - 1, now)
        flow = videos.source.dis(start, end)
        places = flow + self.pixels(flow.shape)
        visible = ~occluded(flow, videos.source.dis(end, start), places)
        count = max(1, 3 * np.count_nonzero(visible))
        for video, values in ((videos.output, self.output), (videos.source, self.source)):
            fetched = fetch(video.frame(end).astype(np.float32), places)
            difference = (video.frame(start) - fetched)[visible]
            values.append(np.square(difference).sum(dtype=np.float64) / count / 255**2)

    def pixels(self, shape):
        if self.grid is None:
            y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
            self.grid = np.dstack((x, y))
        return self.grid

    def result(self):
        output, source = float(np.mean(self.output)), float(np.mean(self.source))
        if self.long:
            return {"warp_error_long": output}
        return {
            "warp_error": output,
            "warp_error_source": source,
            "warp_error_ratio": output / source,
        }


class WarpShort(WarpError):
    names = ("warp_error", "warp_error_source", "warp_error_ratio")

    def __init__(self, shared):
        super().__init__(shared, long=False)


class WarpLong(WarpError):
    names = ("warp_error_long",)

    def __init__(self, shared):
        super().__init__(shared, long=True)


def fetch(image, places):
    return cv2.remap(image, places, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def occluded(flow, back, places):
    back = fetch(back, places)
    gap = squared(flow + back)
    sizes = squared(flow)
    hidden = gap > 0.01 * (sizes + squared(back)) + 0.5
    steepness = np.zeros(flow.shape[:2], np.float32)
    steepness[:, :-1] += squared(flow[:, 1:] - flow[:, :-1])
    steepness[:-1] += squared(flow[1:] - flow[:-1])
    return hidden | (steepness > 0.01 * sizes + 0.002)


def squared(field):
    return field[..., 0] ** 2 + field[..., 1] ** 2


class Flickering:
    names = ("flickering",)

    def __init__(self, shared):
        self.values = []

    def add(self, videos):
        now = videos.output.last
        if now > 0:
            difference = cv2.absdiff(videos.output.frame(now - 1), videos.output.frame(now))
            self.values.append(1 - difference.mean() / 255)

    def result(self):
        return {"flickering": float(np.mean(self.values))}


class DynamicDegree:
    names = ("dynamic_degree",)

    def __init__(self, shared):
        self.interval = shared.interval
        self.moving = self.thinned = 0

    def add(self, videos):
        now = videos.output.last
        if now % self.interval:
            return
        if now > 0:
            flow = videos.output.dis(now - self.interval, now)
            length = cv2.magnitude(flow[..., 0], flow[..., 1]).ravel()
            count = max(1, int(0.05 * length.size))
            fastest = np.partition(length, -count)[-count:].mean()
            self.moving += fastest > 6 / 256 * min(flow.shape[:2])
        self.thinned += 1

    def result(self):
        return {"dynamic_degree": int(self.moving >= max(1, round(4 * self.thinned / 16)))}


class Sync:
    names = ("sync_pearson", "sync_spearman", "sync_ncc", "sync_lag_ms", "sync_dtw_ms", "sync_phase_ms")

    def __init__(self, shared):
        self.millis = 1000 / shared.rate
        self.source, self.output = [], []

    def add(self, videos):
        now = videos.output.last
        if now == 0:
            return
        for video, curve in ((videos.source, self.source), (videos.output, self.output)):
            flow = video.dis(now - 1, now)
            length = cv2.magnitude(flow[..., 0], flow[..., 1])
            curve.append(length.mean() / min(flow.shape[:2]))

    def result(self):
        a, b = np.array(self.source), np.array(self.output)
        value, lag = best_shift(a, b)
        return {
            "sync_pearson": float(stats.pearsonr(a, b)[0]),
            "sync_spearman": float(stats.spearmanr(a, b)[0]),
            "sync_ncc": value,
            "sync_lag_ms": lag * self.millis,
            "sync_dtw_ms": warp_offset(a, b) * self.millis,
            "sync_phase_ms": phase_lag(a, b) * self.millis,
        }


def best_shift(a, b):
    reach = min(12, len(a) // 4)
    shifts = sorted(range(-reach, reach + 1), key=abs)
    overlaps = ((a[max(0, -s) : len(a) - max(0, s)], b[max(0, s) : len(b) - max(0, -s)]) for s in shifts)
    values = [float(np.corrcoef(x, y)[0, 1]) for x, y in overlaps]
    best = int(np.argmax(values))
    return values[best], shifts[best]


def warp_offset(a, b):
    a, b = stats.zscore(a), stats.zscore(b)
    n, band = len(a), min(300, max(5, round(len(a) / 10)))
    cost = np.full((n + 1, n + 1), np.inf)
    cost[0, 0] = 0
    for i in range(n):
        for j in range(max(0, i - band), min(n, i + band + 1)):
            before = min(cost[i, j], cost[i, j + 1], cost[i + 1, j])
            cost[i + 1, j + 1] = abs(a[i] - b[j]) + before
    i = j = n - 1
    offsets = [0]
    while i > 0 or j > 0:
        step = int(np.argmin((cost[i, j], cost[i, j + 1], cost[i + 1, j])))
        i, j = i - (step != 2), j - (step != 1)
        offsets.append(abs(i - j))
    return float(np.mean(offsets))


def phase_lag(a, b):
    window = np.hanning(len(a))
    x, y = (np.fft.rfft((s - s.mean()) * window) for s in (a, b))
    peak = 1 + int(np.argmax(np.abs(x[1:])))
    return float(-np.angle(y[peak] * np.conj(x[peak])) * len(a) / (2 * np.pi * peak))


class Videos:
    def __init__(self, arguments):
        self.output, self.source, self.truth = map(
            Video, (arguments.output, arguments.source, arguments.reference)
        )
        self.rate, self.ssim = self.output.rate, arguments.ssim
        self.interval = max(1, round(self.rate / 8))

    def advance(self):
        last = self.output.last
        keep = {last - last % self.interval} if last >= 0 else ()
        return self.output.advance(keep) and self.source.advance() and self.truth.advance()


GROUPS = (WarpLong, WarpShort, Tof, Sync, DynamicDegree, Ssim, MsSsim, Psnr, Flickering)


def run(arguments, groups, costs):
    """One pass over the videos; adds each part's processor seconds to `costs`."""
    videos = Videos(arguments)
    metrics = [group(videos) for group in groups]
    before = time.process_time()
    while videos.advance():
        for metric in (None, *metrics):
            if metric is not None:
                metric.add(videos)
            now = time.process_time()
            costs["decode" if metric is None else metric.names[0]] += now - before
            before = now
    found = {}
    for metric in metrics:
        found.update(metric.result())
        now = time.process_time()
        costs[metric.names[0]] += now - before
        before = now
    return videos.output.count, found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    for name in ("output", "source", "reference"):
        parser.add_argument(name, metavar=name.upper())
    parser.add_argument("--in-turn", action="store_true", help="a pass for each group of metrics")
    parser.add_argument("--ssim", choices=("skimage", "opencv"), default="skimage")
    parser.add_argument("--only", metavar="LIST", help="some groups, by their first names, with commas")
    arguments = parser.parse_args()
    groups = [g for g in GROUPS if arguments.ssim == "skimage" or g is not Ssim]
    if arguments.only:
        groups = [g for g in groups if g.names[0] in arguments.only.split(",")]
    wall, costs, found, passes = time.perf_counter(), defaultdict(float), {}, {}
    for some in [[g] for g in groups] if arguments.in_turn else [groups]:
        start = time.perf_counter()
        frames, values = run(arguments, some, costs)
        passes[some[0].names[0]] = time.perf_counter() - start
        found.update(values)
    wall = time.perf_counter() - wall
    json.dump(
        {
            "frames": frames,
            "values": found,
            "wallSeconds": round(wall, 2),
            "wallSecondsByPass": {name: round(took, 4) for name, took in passes.items()},
            "processorSeconds": round(time.process_time(), 2),
            "processorSecondsByPart": {name: round(cost, 2) for name, cost in costs.items()},
            "peakResidentMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "versions": {"opencv": cv2.__version__, "numpy": np.__version__, "python": sys.version.split()[0]},
            "threads": cv2.getNumThreads(),
        },
        sys.stdout,
        indent=2,
    )
    print()


if __name__ == "__main__":
    main()
