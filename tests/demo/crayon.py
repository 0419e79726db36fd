"""The demo's children's drawings: wobbling crayon lines on a sheet of paper."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tests.demo.scenes import Colour, Pen, disc

if TYPE_CHECKING:
    import random

PAPER: Colour = (250, 246, 236)


class Crayon:
    """Draws as a child does: no line is straight and every line is drawn twice."""

    def __init__(self, pen: Pen, dice: random.Random) -> None:
        self.pen = pen
        self.dice = dice

    def line(self, points: list[tuple[float, float]], colour: Colour, width: int = 9) -> None:
        for _ in range(2):
            shaky = [(x + self.dice.randint(-6, 6), y + self.dice.randint(-6, 6)) for x, y in points]
            self.pen.line(shaky, fill=colour, width=width, joint="curve")

    def ring(self, x: float, y: float, radius: float, colour: Colour, squeeze: float = 1.0) -> None:
        self.line([(x + radius * math.cos(a / 3), y + squeeze * radius * math.sin(a / 3)) for a in range(20)], colour)

    def rays(self, x: float, y: float, near: float, far: float, colour: Colour, count: int = 12) -> None:
        for number in range(count):
            angle = number * 2 * math.pi / count
            self.line([(x + near * math.cos(angle), y + near * math.sin(angle)), (x + far * math.cos(angle), y + far * math.sin(angle))], colour)

    def scribble(self, box: tuple[int, int, int, int], colour: Colour) -> None:
        left, top, right, bottom = box
        self.line([(left if step % 2 else right, top + step * 16) for step in range((bottom - top) // 16)], colour, 7)

    def face(self, x: float, y: float) -> None:
        disc(self.pen, x - 24, y - 12, 8, (60, 50, 50))
        disc(self.pen, x + 24, y - 12, 8, (60, 50, 50))
        self.pen.arc((x - 34, y - 24, x + 34, y + 34), 20, 160, fill=(60, 50, 50), width=8)


BLUE, RED, YELLOW, GREEN, BROWN, PURPLE = (50, 100, 190), (214, 60, 50), (244, 186, 40), (60, 150, 70), (130, 84, 44), (130, 70, 160)


def drawn_boat(crayon: Crayon) -> None:
    crayon.ring(1060, 150, 70, YELLOW)
    crayon.rays(1060, 150, 90, 150, YELLOW)
    crayon.face(1060, 150)
    crayon.scribble((80, 620, 1200, 760), BLUE)
    crayon.line([(350, 500), (950, 500), (850, 620), (450, 620), (350, 500)], BROWN, 14)
    crayon.line([(640, 500), (640, 170), (860, 440), (640, 440)], RED, 12)


def drawn_island(crayon: Crayon) -> None:
    crayon.scribble((60, 560, 1220, 760), BLUE)
    crayon.line([(300, 570), (500, 440), (760, 430), (980, 570), (300, 570)], YELLOW, 14)
    crayon.line([(620, 440), (650, 200)], BROWN, 18)
    for reach in (-160, -80, 90, 170):
        crayon.line([(650, 200), (650 + reach, 150), (650 + reach * 1.4, 240)], GREEN, 12)


def drawn_moon(crayon: Crayon) -> None:
    crayon.ring(640, 380, 230, YELLOW)
    crayon.face(640, 380)
    crayon.rays(180, 160, 10, 50, YELLOW, 6)
    crayon.rays(1090, 220, 10, 60, YELLOW, 6)
    crayon.rays(1040, 640, 10, 44, YELLOW, 6)


def drawn_reindeer(crayon: Crayon) -> None:
    crayon.ring(640, 430, 170, BROWN, 1.15)
    crayon.face(640, 390)
    disc(crayon.pen, 640, 500, 44, RED)
    for side in (-1, 1):
        crayon.line([(640 + side * 90, 270), (640 + side * 160, 120), (640 + side * 220, 150)], BROWN, 12)
        crayon.line([(640 + side * 130, 180), (640 + side * 90, 110)], BROWN, 12)


def drawn_king(crayon: Crayon) -> None:
    crayon.line([(460, 240), (480, 90), (560, 190), (640, 70), (720, 190), (800, 90), (820, 240), (460, 240)], YELLOW, 14)
    crayon.ring(640, 360, 130, BROWN)
    crayon.face(640, 350)
    crayon.line([(540, 480), (380, 760), (900, 760), (740, 480)], RED, 14)
    crayon.scribble((480, 560, 800, 740), (244, 140, 30))


def drawn_jetty(crayon: Crayon) -> None:
    crayon.scribble((60, 600, 1220, 760), BLUE)
    crayon.line([(80, 520), (520, 520)], BROWN, 16)
    for x in (140, 300, 460):
        crayon.line([(x, 520), (x, 680)], BROWN, 14)
    crayon.line([(640, 540), (1080, 540), (1000, 640), (720, 640), (640, 540)], GREEN, 14)


def drawn_suitcase(crayon: Crayon) -> None:
    crayon.line([(420, 380), (860, 380), (860, 640), (420, 640), (420, 380)], BROWN, 16)
    crayon.line([(560, 380), (570, 310), (710, 310), (720, 380)], BROWN, 14)
    for side in (-1, 1):
        crayon.line([(640 + side * 220, 450), (640 + side * 430, 300), (640 + side * 500, 420), (640 + side * 220, 520)], BLUE, 12)


def drawn_leaf(crayon: Crayon) -> None:
    crayon.ring(640, 370, 220, (220, 120, 40), 1.1)
    crayon.line([(640, 140), (640, 740)], BROWN, 12)
    for step in range(4):
        crayon.line([(640, 260 + step * 90), (800, 200 + step * 90)], RED)
        crayon.line([(640, 260 + step * 90), (480, 200 + step * 90)], RED)
    crayon.face(640, 380)


def drawn_snail(crayon: Crayon) -> None:
    for radius in (60, 110, 165):
        crayon.ring(620, 400, radius, PURPLE)
    crayon.line([(380, 590), (900, 590), (1000, 420), (1010, 330)], GREEN, 16)
    crayon.face(990, 470)


def drawn_robot(crayon: Crayon) -> None:
    crayon.line([(500, 120), (780, 120), (780, 330), (500, 330), (500, 120)], BLUE, 14)
    crayon.face(640, 230)
    crayon.line([(450, 360), (830, 360), (830, 660), (450, 660), (450, 360)], BLUE, 14)
    for number in range(3):
        crayon.ring(540 + number * 100, 480, 34, (RED, YELLOW, GREEN)[number])


def drawn_hedgehog(crayon: Crayon) -> None:
    crayon.line([(330, 560), (420, 380), (640, 310), (860, 400), (960, 560), (330, 560)], BROWN, 14)
    for number in range(14):
        crayon.line([(400 + number * 36, 400), (380 + number * 40, 270)], BROWN, 8)
    crayon.face(930, 520)
    crayon.scribble((200, 580, 1100, 700), (220, 120, 40))
