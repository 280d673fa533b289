"""TODO"""
from shopkeeper.testing.pictures.registry import shape
@shape("box",color="#c8a46f")
def box(pen): return pen.box(140,170,190,250)
