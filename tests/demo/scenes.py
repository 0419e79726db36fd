"""The demo's photographs, drawn: a ground that fades downwards and shapes on it. No people."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    import random

SIZE = (1280, 800)
WIDTH, HEIGHT = SIZE
Colour = tuple[int, int, int]
Pen = ImageDraw.ImageDraw
NIGHT: Colour = (18, 24, 52)
WHITE: Colour = (245, 245, 240)


def fade(top: Colour, bottom: Colour) -> Image.Image:
    """A ground that fades from `top` to `bottom`."""
    return Image.composite(Image.new("RGB", SIZE, bottom), Image.new("RGB", SIZE, top), Image.linear_gradient("L").resize(SIZE))


def hill(pen: Pen, height: int, colour: Colour, wave: float, swing: int = 40) -> None:
    """A hill or sea from `height` down, waving."""
    line = [(x, height + swing * math.sin(x / WIDTH * wave + height)) for x in range(0, WIDTH + 20, 20)]
    pen.polygon([*line, (WIDTH, HEIGHT), (0, HEIGHT)], fill=colour)


def disc(pen: Pen, x: float, y: float, radius: float, colour: Colour) -> None:
    """A filled circle."""
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def ship(pen: Pen, dice: random.Random) -> None:
    disc(pen, 1040, 150, 70, (255, 226, 140))
    hill(pen, 560, (40, 104, 150), 14, 14)
    pen.polygon([(430, 520), (860, 520), (790, 620), (500, 620)], fill=(110, 66, 36))
    pen.rectangle((632, 170, 644, 520), fill=(80, 50, 30))
    pen.polygon([(650, 190), (850, 480), (650, 480)], fill=WHITE)
    pen.polygon([(626, 230), (470, 480), (626, 480)], fill=(226, 90, 70))
    hill(pen, 600, (30, 88, 134), 20, 10)


def lanterns(pen: Pen, dice: random.Random) -> None:
    for number in range(11):
        x, y = 90 + number * 110, 380 + dice.randint(-110, 110)
        glow = dice.choice([(255, 196, 84), (255, 130, 80), (160, 220, 120), (240, 120, 170)])
        pen.line((x, y - 60, x + 20, y - 150), fill=(90, 70, 60), width=5)
        for step in range(5, 0, -1):
            disc(pen, x, y, 34 + step * 11, (18 + (glow[0] - 18) // (step + 1), 24 + (glow[1] - 24) // (step + 1), 52 + (glow[2] - 52) // (step + 2)))
        disc(pen, x, y, 36, glow)


def tree(pen: Pen, x: int, base: int, height: int, colour: Colour) -> None:
    for step in range(4):
        top, half = base - height + step * height // 5, height // 7 + step * height // 14
        pen.polygon([(x, top), (x - half, top + height // 3), (x + half, top + height // 3)], fill=colour)
    pen.rectangle((x - 12, base - height // 9, x + 12, base), fill=(90, 60, 40))


def christmas(pen: Pen, dice: random.Random) -> None:
    hill(pen, 640, (222, 230, 242), 6)
    tree(pen, 640, 680, 560, (30, 90, 62))
    for _ in range(70):
        y = dice.randint(190, 570)
        reach = (y - 130) // 3
        disc(pen, 640 + dice.randint(-reach, reach), y, dice.randint(5, 9), dice.choice([(255, 220, 120), (240, 90, 70), WHITE]))
    snow(pen, dice)


def snow(pen: Pen, dice: random.Random) -> None:
    for _ in range(160):
        disc(pen, dice.randint(0, WIDTH), dice.randint(0, HEIGHT), dice.randint(2, 5), (250, 252, 255))


def willow(pen: Pen, dice: random.Random) -> None:
    hill(pen, 520, (214, 224, 238), 5)
    pen.rectangle((380, 330, 440, 600), fill=(74, 60, 56))
    for number in range(26):
        x = 300 + number * 9
        pen.line((410, 340, x + dice.randint(-60, 60), 120 + dice.randint(0, 90)), fill=(96, 82, 76), width=6)
    hill(pen, 610, (240, 244, 250), 9, 20)
    snow(pen, dice)


def field(pen: Pen, dice: random.Random) -> None:
    for stripe in range(8):
        pen.rectangle((0, 330 + stripe * 60, WIDTH, 390 + stripe * 60), fill=(84, 150, 70) if stripe % 2 else (98, 164, 80))
    pen.line((0, 520, WIDTH, 520), fill=WHITE, width=9)
    pen.arc((460, 400, 820, 640), 0, 360, fill=WHITE, width=9)
    for x in (180, 330, 1010, 1130):
        pen.polygon([(x, 600), (x + 26, 600), (x + 13, 540)], fill=(240, 120, 40))
    for x in (80, 300):
        pen.line((x, 210, x, 350), fill=WHITE, width=10)
    pen.line((80, 212, 300, 212), fill=WHITE, width=10)


def net(pen: Pen, dice: random.Random) -> None:
    for number in range(-4, 12):
        pen.line((number * 130, 0, number * 130 + 420, HEIGHT), fill=WHITE, width=5)
        pen.line((number * 130 + 420, 0, number * 130, HEIGHT), fill=WHITE, width=5)


def cup(pen: Pen, dice: random.Random) -> None:
    for number in range(5):
        pen.rectangle((number * 300 - 60, 0, number * 300 + 60 + number * 12, HEIGHT), fill=(90 + number * 26, 110, 130))
    hill(pen, 600, (96, 70, 48), 2, 8)
    pen.pieslice((470, 120, 810, 560), 0, 180, fill=(228, 182, 60))
    pen.arc((400, 300, 520, 450), 60, 300, fill=(228, 182, 60), width=22)
    pen.arc((760, 300, 880, 450), 240, 120, fill=(228, 182, 60), width=22)
    pen.rectangle((615, 550, 665, 640), fill=(206, 160, 50))
    pen.rectangle((540, 630, 740, 680), fill=(60, 40, 30))


def bunting(pen: Pen, dice: random.Random) -> None:
    for row in range(4):
        for number in range(14):
            x, y = number * 96 - 20, 120 + row * 160 + 40 * math.sin(number / 4 + row)
            colour = ((200, 40, 50), WHITE, (40, 70, 150), (244, 140, 30))[(number + row) % 4]
            pen.polygon([(x, y), (x + 76, y), (x + 38, y + 90)], fill=colour)
            pen.line((x - 10, y, x + 90, y), fill=(90, 80, 70), width=4)


def boots(pen: Pen, dice: random.Random) -> None:
    for number in range(7):
        x, colour = 90 + number * 165, dice.choice([(210, 50, 60), (50, 110, 180), (240, 190, 50), (70, 150, 90)])
        pen.rounded_rectangle((x, 320, x + 70, 560), 18, fill=colour)
        pen.rounded_rectangle((x, 500, x + 130, 570), 28, fill=colour)


def dunes(pen: Pen, dice: random.Random) -> None:
    for height, colour in ((430, (226, 206, 160)), (520, (214, 190, 140)), (620, (196, 170, 120))):
        hill(pen, height, colour, 5 + height / 200, 60)
        for _ in range(60):
            x = dice.randint(0, WIDTH)
            pen.line((x, height + 40, x + dice.randint(-20, 20), height - 30), fill=(120, 140, 80), width=3)


def flowers(pen: Pen, dice: random.Random) -> None:
    pen.polygon([(560, 300), (720, 300), (1000, HEIGHT), (300, HEIGHT)], fill=(206, 182, 140))
    for _ in range(90):
        x, y = dice.choice([dice.randint(0, 380), dice.randint(900, WIDTH)]), dice.randint(330, HEIGHT)
        disc(pen, x, y, 6 + y // 70, dice.choice([(230, 80, 110), (250, 210, 80), WHITE, (150, 90, 190)]))


def stage(pen: Pen, dice: random.Random) -> None:
    pen.rectangle((0, 600, WIDTH, HEIGHT), fill=(120, 78, 44))
    for side in (0, 900):
        for fold in range(6):
            pen.polygon([(side + fold * 66, 0), (side + 66 + fold * 66, 0), (side + 60 + fold * 62, 640), (side + fold * 62, 640)], fill=(140 + fold % 2 * 36, 26, 38))
    pen.polygon([(640, 0), (400, 640), (880, 640)], fill=(90, 84, 66))


def sunflowers(pen: Pen, dice: random.Random) -> None:
    for number in range(6):
        x, y = 120 + number * 210, 300 - dice.randint(0, 150)
        pen.line((x, y, x + 8, HEIGHT), fill=(70, 130, 60), width=16)
        for leaf in range(18):
            angle = leaf * math.pi / 9
            disc(pen, x + 70 * math.cos(angle), y + 70 * math.sin(angle), 24, (250, 196, 40))
        disc(pen, x, y, 56, (104, 64, 30))


def school(pen: Pen, dice: random.Random) -> None:
    hill(pen, 640, (170, 164, 152), 1, 4)
    pen.rectangle((180, 300, 1100, 650), fill=(186, 96, 70))
    pen.polygon([(140, 300), (640, 130), (1140, 300)], fill=(92, 62, 60))
    for number in range(6):
        x = 230 + number * 145
        pen.rectangle((x, 360, x + 90, 450), fill=(190, 220, 236))
    pen.rectangle((580, 490, 700, 650), fill=(31, 111, 92))
    disc(pen, 640, 230, 34, WHITE)


def cups(pen: Pen, dice: random.Random) -> None:
    pen.rectangle((0, 520, WIDTH, HEIGHT), fill=(150, 106, 70))
    for number in range(5):
        x, colour = 130 + number * 225, dice.choice([(31, 111, 92), (242, 163, 59), (200, 70, 60), (70, 100, 160)])
        pen.rounded_rectangle((x, 380, x + 130, 560), 20, fill=colour)
        pen.arc((x + 100, 410, x + 190, 510), 270, 90, fill=colour, width=16)


def hoops(pen: Pen, dice: random.Random) -> None:
    for number in range(9):
        x, y = 60 + number % 3 * 400 + number // 3 * 60, 60 + number // 3 * 230
        pen.arc((x, y, x + 300, y + 170), 0, 360, fill=dice.choice([(220, 60, 60), (60, 110, 200), (250, 200, 60)]), width=20)


def bouquet(pen: Pen, dice: random.Random) -> None:
    pen.rectangle((0, 620, WIDTH, HEIGHT), fill=(96, 66, 44))
    for number in range(13):
        x, y = 300 + number * 56, 190 + dice.randint(-80, 120)
        pen.line((x, y, 640, 640), fill=(70, 130, 60), width=9)
        disc(pen, x, y, 44, dice.choice([(230, 80, 110), (250, 210, 80), WHITE, (150, 90, 190)]))
        disc(pen, x, y, 16, (110, 70, 40))
    pen.polygon([(540, 520), (740, 520), (700, 720), (580, 720)], fill=(180, 60, 50))


def shoes(pen: Pen, dice: random.Random) -> None:
    for _ in range(45):
        x, y = dice.randint(-60, WIDTH), dice.randint(-40, HEIGHT)
        pen.rectangle((x, y, x + dice.randint(60, 260), y + dice.randint(40, 150)), fill=dice.choice([(150, 76, 60), (196, 120, 96), (120, 60, 50)]))
    pen.rectangle((0, 560, WIDTH, 590), fill=WHITE)
    for x in (420, 640):
        pen.rounded_rectangle((x, 470, x + 190, 560), 40, fill=(60, 120, 190))
        pen.rectangle((x, 550, x + 190, 566), fill=(30, 30, 40))


def houses(pen: Pen, dice: random.Random) -> None:
    disc(pen, 980, 150, 80, (250, 240, 200))
    for number in range(7):
        x, height = number * 185, 180 + dice.randint(0, 90)
        pen.rectangle((x + 10, 700 - height, x + 165, 700), fill=(40, 40, 66))
        pen.polygon([(x, 700 - height), (x + 88, 620 - height), (x + 176, 700 - height)], fill=(56, 36, 50))
        pen.rectangle((x + 58, 640 - height // 3, x + 116, 700 - height // 3), fill=(255, 214, 120))


def classroom(pen: Pen, dice: random.Random) -> None:
    pen.rectangle((0, 560, WIDTH, HEIGHT), fill=(178, 148, 110))
    pen.rectangle((330, 90, 950, 380), fill=(38, 78, 66))
    for row in range(2):
        for number in range(4):
            x, y = 110 + number * 300 - row * 40, 470 + row * 130
            pen.rectangle((x, y, x + 190, y + 24), fill=(222, 190, 140))
            pen.line((x + 20, y + 24, x + 20, y + 110), fill=(90, 90, 96), width=8)
            pen.line((x + 170, y + 24, x + 170, y + 110), fill=(90, 90, 96), width=8)
