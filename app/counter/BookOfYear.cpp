#include "app/counter/BookOfYear.h"

#include "app/domain/UnwrittenVolume.h"

#include <QStringList>

#include <algorithm>

namespace motcua::counter {

using domain::Volume;

bool BookOfYear::isUnits() const {
    return std::any_of(volumes.begin(), volumes.end(), [](const Volume& volume) { return volume.isUnits(); });
}

bool BookOfYear::isClosed() const {
    return std::all_of(volumes.begin(), volumes.end(), [](const Volume& volume) { return volume.closed; });
}

QDate BookOfYear::closedOn() const {
    QDate last;
    for (const Volume& volume : volumes)
        last = last.isValid() ? qMax(last, volume.closedOn) : volume.closedOn;
    return isClosed() ? last : QDate();
}

int BookOfYear::total() const {
    int sum = 0;
    for (const Volume& volume : volumes)
        sum += volume.total();
    return sum;
}

int BookOfYear::spoiled() const {
    int sum = 0;
    for (const Volume& volume : volumes)
        sum += volume.spoiled;
    return sum;
}

QString BookOfYear::label() const {
    QStringList ordinals;
    for (const Volume& volume : volumes)
        ordinals << QStringLiteral("%1").arg(volume.ordinal, 2, 10, QLatin1Char('0'));
    ordinals.removeDuplicates();
    const QString last = volumes.back().label();
    return ordinals.join(QStringLiteral(", ")) + last.mid(last.indexOf(QLatin1Char('/')));
}

const Volume* BookOfYear::find(domain::VolumeId id) const {
    const auto found = std::find_if(volumes.begin(), volumes.end(), [id](const Volume& volume) { return volume.id == id; });
    return found == volumes.end() ? nullptr : &*found;
}

QDate lastDayOf(const BookOfYear& book, QDate today) {
    return qMin(today, QDate(book.year, 12, 31));
}

std::vector<BookOfYear> booksOf(const std::vector<Volume>& volumes) {
    std::vector<BookOfYear> books;
    for (const Volume& volume : volumes) {
        if (domain::wasNeverWritten(volume))
            continue;
        const auto book = std::find_if(
            books.begin(), books.end(), [&](const BookOfYear& known) { return known.symbol == volume.symbol && known.year == volume.year; });
        if (book == books.end())
            books.push_back({volume.symbol, volume.year, {volume}});
        else
            book->volumes.push_back(volume);
    }
    for (BookOfYear& book : books)
        std::stable_sort(
            book.volumes.begin(), book.volumes.end(), [](const Volume& one, const Volume& other) { return one.ordinal < other.ordinal; });
    return books;
}

}
