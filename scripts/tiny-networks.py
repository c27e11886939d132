#!/usr/bin/env python3
"""Writes two tiny TorchScript networks for the tests of `evaluate --extractor` and `--perceptual`.

    scripts/tiny-networks.py flowers-clouds-faces/cli/src/test/resources/org/recyclegan/cli

mean-colours.pt   (N, 3, H, W) to (N, 3): the mean of each channel
mean-square.pt    two of (N, 3, H, W) to (N): their mean squared difference
"""

import pathlib
import sys

import torch


class MeanColours(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.mean([2, 3])


class MeanSquare(torch.nn.Module):
    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        return (a - b).square().mean([1, 2, 3])


folder = pathlib.Path(sys.argv[1])
torch.jit.script(MeanColours().eval()).save(str(folder / "mean-colours.pt"))
torch.jit.script(MeanSquare().eval()).save(str(folder / "mean-square.pt"))
