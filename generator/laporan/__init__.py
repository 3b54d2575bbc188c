"""The report room: the board as workbook, CSV and PDF, and the survey poster that units hang."""
