#include "app/paper/XlsxBook.h"

#include "app/paper/ZipPart.h"

#include <QDate>
#include <QFile>
#include <QSaveFile>
#include <QtConcurrent>

#include <xlsxwriter.h>

#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

namespace motcua::paper {

namespace {

using domain::ports::BookTable;

constexpr int longestSheetName = 31;
constexpr char sheetPart[] = "xl/worksheets/sheet1.xml";

base::Error notWritten(const QString& reason) {
    return {QStringLiteral("file.write-failed"), {{QStringLiteral("reason"), reason}}};
}

/// A file without a name: the library writes its archive into it.
class MemoryFile {
public:
    MemoryFile() : m_file(memfd_create("register", MFD_CLOEXEC)) {}
    ~MemoryFile() {
        if (isOpen())
            close(m_file);
    }
    Q_DISABLE_COPY_MOVE(MemoryFile)

    bool isOpen() const { return m_file >= 0; }
    QByteArray path() const { return "/proc/self/fd/" + QByteArray::number(m_file); }
    QByteArray content() const {
        QFile file;
        return file.open(m_file, QIODevice::ReadOnly) && file.seek(0) ? file.readAll() : QByteArray();
    }

private:
    int m_file;
};

/// How cells look.
struct Styles {
    explicit Styles(lxw_workbook* book) : title(workbook_add_format(book)), head(workbook_add_format(book)) {
        format_set_bold(title);
        format_set_font_size(title, 14);
        format_set_bold(head);
        format_set_text_wrap(head);
        format_set_align(head, LXW_ALIGN_CENTER);
        format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);
        format_set_border(head, LXW_BORDER_THIN);
        for (const bool struck : {false, true}) {
            text[struck] = cell(book, struck, nullptr);
            format_set_text_wrap(text[struck]);
            date[struck] = cell(book, struck, "dd/mm/yyyy");
            number[struck] = cell(book, struck, "#,##0");
            serial[struck] = cell(book, struck, "00000");
        }
    }

    lxw_format* title;
    lxw_format* head;
    lxw_format* text[2] = {};
    lxw_format* date[2] = {};
    lxw_format* number[2] = {};
    lxw_format* serial[2] = {};

private:
    static lxw_format* cell(lxw_workbook* book, bool struck, const char* form) {
        lxw_format* format = workbook_add_format(book);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (struck)
            format_set_font_strikeout(format);
        if (form)
            format_set_num_format(format, form);
        return format;
    }
};

/// XML has no such signs; the library would write them.
QByteArray plain(QString text) {
    text.removeIf([](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\t'; });
    return text.toUtf8();
}

QByteArray sheetName(QString name) {
    for (const QChar unfit : QStringLiteral("[]:*?/\\'"))
        name.replace(unfit, u'-');
    return name.left(longestSheetName).toUtf8();
}

/// A text is written as one, never read for what it might mean: "=1+1" is a text, as "+84 912" and "@lan" are.
void writeCell(
    lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QVariant& value, const BookTable::Column& about, const Styles& styles, bool struck) {
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        worksheet_write_blank(sheet, row, column, styles.text[struck]);
        break;
    case QMetaType::QDate: {
        const QDate day = value.toDate();
        lxw_datetime moment{};
        moment.year = day.year();
        moment.month = day.month();
        moment.day = day.day();
        worksheet_write_datetime(sheet, row, column, &moment, styles.date[struck]);
        break;
    }
    case QMetaType::QString:
        worksheet_write_string(sheet, row, column, plain(value.toString()).constData(), styles.text[struck]);
        break;
    default:
        worksheet_write_number(sheet, row, column, value.toDouble(), about.isSerial ? styles.serial[struck] : styles.number[struck]);
    }
}

int rowsOf(const BookTable& table) {
    return static_cast<int>(table.head.size() + 1 + qsizetype(table.rows.size()) + table.foot.size());
}

void fill(lxw_workbook* book, lxw_worksheet* sheet, const BookTable& table) {
    constexpr double wholeWidth = 150; // characters, as the printed sheet lies
    const Styles styles(book);
    double shares = 0;
    for (const BookTable::Column& column : table.columns)
        shares += column.width;
    for (size_t i = 0; i < table.columns.size(); ++i)
        worksheet_set_column(
            sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), wholeWidth * table.columns[i].width / qMax(shares, 1.0), nullptr);
    lxw_row_t row = 0;
    for (const QString& line : table.head) {
        worksheet_write_string(sheet, row, 0, plain(line).constData(), row == 0 ? styles.title : nullptr);
        ++row;
    }
    for (size_t i = 0; i < table.columns.size(); ++i)
        worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), plain(table.columns[i].title).constData(), styles.head);
    worksheet_freeze_panes(sheet, ++row, 0);
    for (const BookTable::Row& each : table.rows) {
        for (size_t i = 0; i < table.columns.size() && i < each.cells.size(); ++i)
            writeCell(sheet, row, static_cast<lxw_col_t>(i), each.cells[i], table.columns[i], styles, each.struck);
        ++row;
    }
    for (const QString& line : table.foot)
        worksheet_write_string(sheet, row++, 0, plain(line).constData(), nullptr);
}

/// The library does not look whether its own files could be written.
bool isWhole(const QByteArray& workbook, int rows) {
    const auto sheet = zipPart(workbook, sheetPart);
    return sheet && sheet->trimmed().endsWith("</worksheet>") && sheet->count("<row ") == rows;
}

base::Outcome save(const BookTable& table, const QString& path) {
    const auto workbook = XlsxBook::workbookOf(table);
    if (!workbook)
        return base::fail(workbook.error());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(*workbook) == workbook->size() && file.commit();
    return written ? base::done() : base::fail(notWritten(file.errorString()));
}

}

XlsxBook::XlsxBook() {
    m_apart.setMaxThreadCount(1);
}

QFuture<base::Outcome> XlsxBook::write(BookTable table, const QString& path) {
    return QtConcurrent::run(&m_apart, [table = std::move(table), path] { return save(table, path); });
}

base::Result<QByteArray> XlsxBook::workbookOf(const BookTable& table) {
    const MemoryFile file;
    if (!file.isOpen())
        return base::fail(notWritten(qt_error_string(errno)));
    char memory[] = "/dev/shm";
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = access(memory, W_OK) == 0 ? memory : nullptr;
    lxw_workbook* const book = workbook_new_opt(file.path().constData(), &options);
    lxw_worksheet* const sheet = book ? workbook_add_worksheet(book, sheetName(table.name).constData()) : nullptr;
    if (!sheet) {
        if (book)
            workbook_close(book);
        return base::fail(notWritten(QStringLiteral("workbook")));
    }
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); // A4
    fill(book, sheet, table);
    if (const lxw_error closed = workbook_close(book); closed != LXW_NO_ERROR)
        return base::fail(notWritten(QString::fromLatin1(lxw_strerror(closed))));
    QByteArray workbook = file.content();
    if (!isWhole(workbook, rowsOf(table)))
        return base::fail(notWritten(QStringLiteral("%1 rows").arg(table.rows.size())));
    return workbook;
}

}
