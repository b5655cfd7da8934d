#pragma once

#include <QPointer>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

class QWidget;

namespace motcua::ui {

/// Keys that went on as a person's and may yet turn out to be the beginning of a code: a reader that stutters at its first keys, or behind a
/// slow line, sends the rest later. When the whole code is there, what of it was written into a field is taken out again and what was there
/// before stands. Never longer than a code can be. Owner: ScanCatcher. Thread: GUI.
class ScanTrail {
public:
    struct Stroke {
        QString text;
        std::chrono::milliseconds at{}; ///< as in BurstWatch
    };

    /// Before they are written where the focus is. What came long before them, or is written elsewhere, is forgotten.
    void add(const std::vector<Stroke>& strokes);
    /// They belong to it and were written nowhere.
    void addUnwritten(const std::vector<Stroke>& strokes);
    void forget();
    bool isEmpty() const { return m_strokes.empty(); }
    /// The code that all of it, or its end, and `more` make together: a card's or a passport's at any pace, for nobody types one; a paper's at a
    /// reader's, which is fast, or as even as no hand is. Nothing: none.
    std::optional<QString> code(const std::vector<Stroke>& more = {});
    /// What of it can be nothing but a card's or a passport's code that came in part, or wrongly. Nothing: none.
    std::optional<QString> piece();
    /// The part that code() or piece() found leaves the field, as far as it was written there.
    void takeBack();
    /// It ends with a line of a passport or a card behind which the next must come, and `at` is no later than that does.
    bool isBetweenLines(std::chrono::milliseconds at) const;
    /// They come too long after the last.
    bool isLate(const std::vector<Stroke>& strokes) const;
    bool isLate(std::chrono::milliseconds at) const;

private:
    /// What was in the field before these strokes.
    struct Piece {
        size_t first = 0;
        QString text;
        int cursor = 0;
        int anchor = 0;
        int choice = -1; ///< in a list of choices
    };

    QString textFrom(size_t first, size_t end) const;
    static bool isReaders(const std::vector<Stroke>& strokes, size_t first);
    static bool isEven(const std::vector<Stroke>& strokes, size_t first);
    static bool isSent(const std::vector<Stroke>& strokes, size_t first, const QString& text);

    QPointer<QWidget> m_field;
    std::vector<Stroke> m_strokes;
    std::vector<Piece> m_pieces;
    size_t m_codeBegins = 0;
};

}
