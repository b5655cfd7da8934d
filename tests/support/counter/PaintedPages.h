#pragma once

#include "app/domain/ports/ForeignPages.h"

namespace motcua::test {

/// Draws every file as one grey page, at once.
class PaintedPages final : public domain::ports::ForeignPages {
public:
    std::unique_ptr<domain::ports::OpenPages> open(const QByteArray&) override { return std::make_unique<Painted>(); }
    std::optional<Room> room() const override { return held; }

    Room held{true, true};

private:
    class Painted final : public domain::ports::OpenPages {
    public:
        void draw(const domain::ports::PageWish& wish) override {
            using domain::ports::Dots;
            const int height = wish.width * 7 / 5;
            emit drawn({*Dots::from(Dots::Kind::Grey, wish.width, height, QByteArray(qsizetype(wish.width) * height, '\x80')), 0, 1});
        }
    };
};

}
