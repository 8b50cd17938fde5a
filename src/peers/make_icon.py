"""Draws Lathe's icon: a loss curve, turned about its axis, with the tool that cuts it. Needs Pillow; run at the top."""
from PIL import Image, ImageDraw
import math
S=1024
img=Image.new("RGBA",(S*2,S*2),(0,0,0,0)); d=ImageDraw.Draw(img)
def r(v): return int(v*S*2/512)
d.rounded_rectangle([r(24),r(24),r(488),r(488)],radius=r(104),fill=(16,42,67,255))
# workpiece: a turned profile, mirrored about the axis
pts=[]
N=240
def prof(t): # t 0..1 from left to right: a loss curve that falls and settles
    return 34+112*math.exp(-3.4*t)+9*math.sin(t*19)*math.exp(-2.2*t)
x0,x1=92,420
top=[(r(x0+(x1-x0)*i/N), r(256-prof(i/N))) for i in range(N+1)]
bot=[(r(x0+(x1-x0)*i/N), r(256+prof(i/N))) for i in range(N,-1,-1)]
d.polygon(top+bot,fill=(38,132,197,255))
d.line(top,fill=(255,183,77,255),width=r(15),joint="curve")
for p in (top[0],top[-1]):
    d.ellipse([p[0]-r(7.5),p[1]-r(7.5),p[0]+r(7.5),p[1]+r(7.5)],fill=(255,183,77,255))
d.line([(r(60),r(256)),(r(452),r(256))],fill=(255,255,255,90),width=r(4))
# the tool's point
px,py=top[int(N*0.62)]
d.polygon([(px,py-r(6)),(px-r(34),py-r(96)),(px+r(34),py-r(96))],fill=(255,255,255,235))
img=img.resize((S,S),Image.LANCZOS)
img.resize((512,512),Image.LANCZOS).save("installer/icons/lathe.png",optimize=True)
img.save("installer/icons/lathe.ico",sizes=[(16,16),(32,32),(48,48),(256,256)])
img.resize((512,512),Image.LANCZOS).save("installer/icons/lathe.icns")
img.resize((128,128),Image.LANCZOS).save("src/main/resources/icons/lathe.png",optimize=True)
