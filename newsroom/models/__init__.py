from .banner import Banner
from .board import Board, BoardEvent, Edition
from .heartbeat import Heartbeat
from .purge import Purge
from .user import User

__all__ = ["Banner", "Board", "BoardEvent", "Edition", "Heartbeat", "Purge", "User"]
