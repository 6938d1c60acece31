from django.db import connection
from django.http import JsonResponse

from orders.models import Order


def health(request):
    connection.ensure_connection()
    return JsonResponse({"database": "ok"})


def orders(request):
    return JsonResponse({"count": Order.objects.count()})
